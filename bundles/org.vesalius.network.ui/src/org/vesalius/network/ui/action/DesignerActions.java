// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.ui.action;

import java.util.LinkedHashMap;
import java.util.Map;

import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.draw2d.geometry.Point;
import org.eclipse.gef.EditDomain;
import org.eclipse.gef.editparts.ZoomManager;
import org.eclipse.gef.tools.ConnectionCreationTool;
import org.eclipse.gef.ui.actions.ZoomInAction;
import org.eclipse.gef.ui.actions.ZoomOutAction;
import org.eclipse.jface.action.IAction;
import org.eclipse.jface.commands.ActionHandler;
import org.eclipse.ui.handlers.IHandlerService;
import org.vesalius.network.Layer;
import org.vesalius.network.Network;
import org.vesalius.network.ui.command.MoveLayersCommand;
import org.vesalius.network.ui.editor.NetworkEditor;
import org.vesalius.network.ui.layout.LayoutJob;
import org.vesalius.network.ui.part.NewConnection;

/** Makes the actions of one designer. */
public final class DesignerActions {
    private final NetworkEditor editor;
    private final ZoomManager zoom;
    private Job layout;

    /** @param zoom the zoom of the editor's canvas */
    public DesignerActions(NetworkEditor editor, ZoomManager zoom) {
        this.editor = editor;
        this.zoom = zoom;
    }

    /** Registers the actions with the editor, and those with keys also with the workbench. */
    public void register() {
        add(new ZoomInAction(zoom));
        add(new ZoomOutAction(zoom));
        add(new FacedAction(ActionFace.CONNECT, this::connect));
        add(new FacedAction(ActionFace.ARRANGE, this::arrange));
        add(new FacedAction(ActionFace.ZOOM_TO_FIT, this::zoomToFit));
        editor.actions().registerAction(new DeleteSelection(editor));
    }

    private void add(IAction action) {
        editor.actions().registerAction(action);
        editor.getSite().getService(IHandlerService.class).activateHandler(action.getActionDefinitionId(),
                new ActionHandler(action));
    }

    private void connect() {
        EditDomain domain = editor.viewer().getEditDomain();
        domain.setActiveTool(new ConnectionCreationTool(new NewConnection()));
    }

    private void arrange() {
        Network network = editor.network();
        if (network == null || network.getLayers().isEmpty()) {
            return;
        }
        if (layout != null) {
            layout.cancel();
        }
        layout = new LayoutJob(network, editor.viewer().getControl().getDisplay()::asyncExec,
                positions -> apply(network, positions));
        layout.schedule();
    }

    /** Layers that went while the layout ran stay out; those that came stay where they are. */
    private void apply(Network network, Map<Layer, Point> positions) {
        if (editor.network() != network) {
            return;
        }
        Map<Layer, Point> present = new LinkedHashMap<>(positions);
        present.keySet().retainAll(network.getLayers());
        MoveLayersCommand command = new MoveLayersCommand("Arrange", present);
        if (command.canExecute()) {
            editor.commands().execute(command);
        }
    }

    private void zoomToFit() {
        zoom.setZoomAsText(ZoomManager.FIT_ALL);
        if (zoom.getZoom() > 1) {
            zoom.setZoom(1);
        }
    }
}
