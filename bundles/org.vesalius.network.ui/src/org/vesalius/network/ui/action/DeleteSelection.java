// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.ui.action;

import java.util.ArrayList;
import java.util.List;

import org.eclipse.gef.ui.actions.SelectionAction;
import org.eclipse.ui.ISharedImages;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.actions.ActionFactory;
import org.vesalius.network.Connection;
import org.vesalius.network.Layer;
import org.vesalius.network.ui.command.DeleteCommand;
import org.vesalius.network.ui.editor.NetworkEditor;
import org.vesalius.network.ui.part.ConnectionPart;
import org.vesalius.network.ui.part.LayerPart;

/** Deletes everything that is selected, as one command. */
final class DeleteSelection extends SelectionAction {
    private final NetworkEditor editor;

    DeleteSelection(NetworkEditor editor) {
        super(editor);
        this.editor = editor;
        ISharedImages images = PlatformUI.getWorkbench().getSharedImages();
        setId(ActionFactory.DELETE.getId());
        setText("Delete");
        setImageDescriptor(images.getImageDescriptor(ISharedImages.IMG_TOOL_DELETE));
        setDisabledImageDescriptor(images.getImageDescriptor(ISharedImages.IMG_TOOL_DELETE_DISABLED));
        setEnabled(false);
    }

    @Override
    protected boolean calculateEnabled() {
        return editor.network() != null && command().canExecute();
    }

    @Override
    public void run() {
        execute(command());
    }

    private DeleteCommand command() {
        List<Layer> layers = new ArrayList<>();
        List<Connection> connections = new ArrayList<>();
        for (Object selected : getSelectedObjects()) {
            if (selected instanceof LayerPart part) {
                layers.add(part.model());
            } else if (selected instanceof ConnectionPart part) {
                connections.add(part.model());
            }
        }
        return new DeleteCommand(editor.network(), layers, connections);
    }
}
