// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.ui.action;

import java.util.List;

import org.eclipse.gef.ui.actions.SelectionAction;
import org.eclipse.ui.ISharedImages;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.actions.ActionFactory;
import org.vesalius.network.Connection;
import org.vesalius.network.Layer;
import org.vesalius.network.ui.command.DeleteCommand;
import org.vesalius.network.ui.part.ConnectionPart;
import org.vesalius.network.ui.part.LayerPart;

/** Deletes everything that is selected, as one command. */
final class DeleteSelection extends SelectionAction {
    private final Designer designer;

    DeleteSelection(Designer designer) {
        super(designer);
        this.designer = designer;
        ISharedImages images = PlatformUI.getWorkbench().getSharedImages();
        setId(ActionFactory.DELETE.getId());
        setText("Delete");
        setImageDescriptor(images.getImageDescriptor(ISharedImages.IMG_TOOL_DELETE));
        setDisabledImageDescriptor(images.getImageDescriptor(ISharedImages.IMG_TOOL_DELETE_DISABLED));
        setEnabled(false);
    }

    @Override
    protected boolean calculateEnabled() {
        return designer.network() != null && command().canExecute();
    }

    @Override
    public void run() {
        execute(command());
    }

    private DeleteCommand command() {
        List<Layer> layers = designer.selectedLayers().stream().map(LayerPart::model).toList();
        List<Connection> connections = ((List<?>) designer.viewer().getSelectedEditParts()).stream()
                .filter(ConnectionPart.class::isInstance).map(part -> ((ConnectionPart) part).model()).toList();
        return new DeleteCommand(designer.shown(), layers, connections);
    }
}
