// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.ui.action;

import java.util.LinkedHashMap;
import java.util.Map;

import org.eclipse.draw2d.geometry.Point;
import org.eclipse.gef.GraphicalViewer;
import org.eclipse.gef.KeyStroke;
import org.eclipse.gef.Request;
import org.eclipse.gef.RequestConstants;
import org.eclipse.gef.ui.actions.ActionRegistry;
import org.eclipse.gef.ui.actions.GEFActionConstants;
import org.eclipse.gef.ui.parts.GraphicalViewerKeyHandler;
import org.eclipse.jface.action.IAction;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.KeyEvent;
import org.eclipse.ui.actions.ActionFactory;
import org.vesalius.network.Layer;
import org.vesalius.network.ui.command.MoveLayersCommand;
import org.vesalius.network.ui.part.LayerPart;
import org.vesalius.network.ui.policy.CanvasGrid;

/**
 * Keys on the canvas: arrows move the selected layers by one step of the grid, with Shift by one pixel;
 * + and - zoom, F2 renames. With Ctrl the arrows go from layer to layer.
 */
public final class DesignerKeys extends GraphicalViewerKeyHandler {
    private final ActionRegistry actions;

    /** @param actions the actions of the editor */
    public DesignerKeys(GraphicalViewer viewer, ActionRegistry actions) {
        super(viewer);
        this.actions = actions;
        bind('+', GEFActionConstants.ZOOM_IN);
        bind('=', GEFActionConstants.ZOOM_IN);
        bind('-', GEFActionConstants.ZOOM_OUT);
        put(KeyStroke.getPressed(SWT.DEL, 127, 0), action(ActionFactory.DELETE.getId()));
    }

    private void bind(char key, String id) {
        for (int modifier : new int[] { 0, SWT.SHIFT }) {
            put(KeyStroke.getPressed(key, key, modifier), action(id));
        }
    }

    private IAction action(String id) {
        return actions.getAction(id);
    }

    @Override
    public boolean keyPressed(KeyEvent event) {
        boolean plain = (event.stateMask & (SWT.CTRL | SWT.ALT)) == 0;
        if (plain && event.keyCode == SWT.F2) {
            rename();
            return true;
        }
        if (event.keyCode == SWT.KEYPAD_ADD || event.keyCode == SWT.KEYPAD_SUBTRACT) {
            action(event.keyCode == SWT.KEYPAD_ADD ? GEFActionConstants.ZOOM_IN : GEFActionConstants.ZOOM_OUT).run();
            return true;
        }
        Point direction = plain ? direction(event.keyCode) : null;
        if (direction != null && nudge(direction, (event.stateMask & SWT.SHIFT) != 0 ? 1 : CanvasGrid.SPACING)) {
            return true;
        }
        return super.keyPressed(event);
    }

    private void rename() {
        if (getFocusEditPart() instanceof LayerPart part) {
            part.performRequest(new Request(RequestConstants.REQ_DIRECT_EDIT));
        }
    }

    private static Point direction(int key) {
        return switch (key) {
            case SWT.ARROW_LEFT -> new Point(-1, 0);
            case SWT.ARROW_RIGHT -> new Point(1, 0);
            case SWT.ARROW_UP -> new Point(0, -1);
            case SWT.ARROW_DOWN -> new Point(0, 1);
            default -> null;
        };
    }

    private boolean nudge(Point direction, int step) {
        Map<Layer, Point> positions = new LinkedHashMap<>();
        for (Object selected : getViewer().getSelectedEditParts()) {
            if (selected instanceof LayerPart part) {
                Layer layer = part.model();
                positions.put(layer,
                        new Point(layer.getX() + direction.x * step, layer.getY() + direction.y * step));
            }
        }
        MoveLayersCommand command = new MoveLayersCommand("Move", positions);
        if (!command.canExecute()) {
            return false;
        }
        getViewer().getEditDomain().getCommandStack().execute(command);
        return true;
    }
}
