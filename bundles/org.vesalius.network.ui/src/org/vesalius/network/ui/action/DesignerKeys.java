// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.ui.action;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

import org.eclipse.core.runtime.ILog;
import org.eclipse.draw2d.geometry.Point;
import org.eclipse.gef.EditPart;
import org.eclipse.gef.KeyStroke;
import org.eclipse.gef.Request;
import org.eclipse.gef.RequestConstants;
import org.eclipse.gef.ui.actions.GEFActionConstants;
import org.eclipse.gef.ui.parts.GraphicalViewerKeyHandler;
import org.eclipse.jface.action.IAction;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.KeyEvent;
import org.eclipse.ui.IPageLayout;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.actions.ActionFactory;
import org.vesalius.core.LoggedFailure;
import org.vesalius.network.Layer;
import org.vesalius.network.ui.command.MoveLayersCommand;
import org.vesalius.network.ui.layout.CanvasGrid;
import org.vesalius.network.ui.part.LayerPart;

/**
 * Keys on the canvas that are no commands of the workbench: arrows walk along the connections, with Shift they add to
 * the selection, with Ctrl they move the selected layers by one step of the grid, with both by one pixel; + and - zoom,
 * F2 renames, Enter leads to the Properties view, and a letter begins the name of a layer to add.
 */
public final class DesignerKeys extends GraphicalViewerKeyHandler {
    private final Designer designer;
    private final DesignerActions more;

    /** @param more what asks for layers to add */
    public DesignerKeys(Designer designer, DesignerActions more) {
        super(designer.viewer());
        this.designer = Objects.requireNonNull(designer);
        this.more = Objects.requireNonNull(more);
        bind('+', GEFActionConstants.ZOOM_IN);
        bind('=', GEFActionConstants.ZOOM_IN);
        bind('-', GEFActionConstants.ZOOM_OUT);
        put(KeyStroke.getPressed(SWT.DEL, 127, 0), action(ActionFactory.DELETE.getId()));
    }

    private void bind(char key, String id) {
        for (int modifier : new int[] {0, SWT.SHIFT}) {
            put(KeyStroke.getPressed(key, key, modifier), action(id));
        }
    }

    private IAction action(String id) {
        return designer.actions().getAction(id);
    }

    @Override
    public boolean keyPressed(KeyEvent event) {
        if (more.handOn(event)) {
            return true;
        }
        boolean shift = (event.stateMask & SWT.SHIFT) != 0;
        boolean ctrl = (event.stateMask & SWT.MOD1) != 0;
        if ((event.stateMask & SWT.ALT) == 0 && arrow(event.keyCode) != null) {
            LayerWalk way = arrow(event.keyCode);
            return ctrl ? nudge(direction(way), shift ? 1 : CanvasGrid.SPACING) : walk(way, shift);
        }
        return ctrl || (event.stateMask & SWT.ALT) != 0 ? super.keyPressed(event) : plainKey(event);
    }

    private boolean plainKey(KeyEvent event) {
        switch (event.keyCode) {
            case SWT.F2 -> rename();
            case SWT.CR, SWT.KEYPAD_CR -> showProperties();
            case SWT.KEYPAD_ADD -> action(GEFActionConstants.ZOOM_IN).run();
            case SWT.KEYPAD_SUBTRACT -> action(GEFActionConstants.ZOOM_OUT).run();
            default -> {
                return begins(event) || super.keyPressed(event);
            }
        }
        return true;
    }

    private boolean begins(KeyEvent event) {
        if (!Character.isLetter(event.character)) {
            return false;
        }
        more.askForLayer(Character.toString(event.character));
        return true;
    }

    private void showProperties() {
        try {
            designer.getSite().getPage().showView(IPageLayout.ID_PROP_SHEET);
        } catch (PartInitException e) {
            ILog.of(DesignerKeys.class).error("The Properties view can't be opened", LoggedFailure.of(e));
        }
    }

    private void rename() {
        if (getFocusEditPart() instanceof LayerPart part) {
            part.performRequest(new Request(RequestConstants.REQ_DIRECT_EDIT));
        }
    }

    private static LayerWalk arrow(int key) {
        return switch (key) {
            case SWT.ARROW_LEFT -> LayerWalk.LEFT;
            case SWT.ARROW_RIGHT -> LayerWalk.RIGHT;
            case SWT.ARROW_UP -> LayerWalk.UP;
            case SWT.ARROW_DOWN -> LayerWalk.DOWN;
            default -> null;
        };
    }

    private static Point direction(LayerWalk way) {
        return switch (way) {
            case LEFT -> new Point(-1, 0);
            case RIGHT -> new Point(1, 0);
            case UP -> new Point(0, -1);
            case DOWN -> new Point(0, 1);
        };
    }

    /** Without a layer to start from, an arrow leads to the first one. */
    private boolean walk(LayerWalk way, boolean extend) {
        if (designer.shown() == null || designer.shown().getLayers().isEmpty()) {
            return false;
        }
        Layer next = getFocusEditPart() instanceof LayerPart part ? way.from(part.model()).orElse(null)
                : designer.shown().getLayers().get(0);
        if (next != null && getViewer().getEditPartRegistry().get(next) instanceof EditPart found) {
            if (extend) {
                getViewer().appendSelection(found);
            } else {
                getViewer().select(found);
            }
            getViewer().setFocus(found);
            getViewer().reveal(found);
        }
        return true;
    }

    private boolean nudge(Point direction, int step) {
        Map<Layer, Point> positions = new LinkedHashMap<>();
        for (LayerPart part : designer.selectedLayers()) {
            Layer layer = part.model();
            positions.put(layer, new Point(layer.getX() + direction.x * step, layer.getY() + direction.y * step));
        }
        MoveLayersCommand command = new MoveLayersCommand("Move", positions);
        if (command.canExecute()) {
            designer.commands().execute(command);
        }
        return true;
    }
}
