// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.ui.editor;

import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

import org.eclipse.draw2d.Viewport;
import org.eclipse.draw2d.geometry.Point;
import org.eclipse.gef.DefaultEditDomain;
import org.eclipse.gef.EditPartViewer;
import org.eclipse.gef.GraphicalEditPart;
import org.eclipse.gef.SharedCursors;
import org.eclipse.gef.Tool;
import org.eclipse.gef.tools.PanningSelectionTool;
import org.eclipse.swt.events.MouseEvent;
import org.eclipse.swt.events.KeyEvent;
import org.eclipse.ui.IEditorPart;
import org.vesalius.network.ui.action.DesignerActions;
import org.vesalius.network.ui.command.BoundedCommandStack;
import org.vesalius.network.ui.part.DesignerRoot;

/**
 * The tools of one designer, and its command stack. Tells which tool is in use.
 *
 * <p>A busy window hears of a movement only when the button that follows it is down already, and with that button in
 * its state. It is a movement nevertheless: taken for a drag it would leave the tool without its target, and the click
 * would do nothing. It may hear that the mouse rests between the press and the first movement: the tool would then hold
 * the drag for begun, never begin it, and lose it.
 */
final class DesignerDomain extends DefaultEditDomain {
    private Consumer<Tool> toolListener = tool -> {};
    private boolean pressed;

    DesignerDomain(IEditorPart editor) {
        super(editor);
        setCommandStack(new BoundedCommandStack());
        setDefaultTool(new PanTool());
        loadDefaultTool();
    }

    void onTool(Consumer<Tool> listener) {
        toolListener = listener;
    }

    @Override
    public void setActiveTool(Tool tool) {
        super.setActiveTool(tool);
        if (toolListener != null) {
            toolListener.accept(tool);
        }
    }

    @Override
    public void mouseDown(MouseEvent event, EditPartViewer viewer) {
        pressed = true;
        super.mouseDown(event, viewer);
    }

    @Override
    public void mouseUp(MouseEvent event, EditPartViewer viewer) {
        pressed = false;
        super.mouseUp(event, viewer);
    }

    @Override
    public void mouseHover(MouseEvent event, EditPartViewer viewer) {
        if (!pressed) {
            super.mouseHover(event, viewer);
        }
    }

    @Override
    public void mouseDrag(MouseEvent event, EditPartViewer viewer) {
        if (pressed) {
            super.mouseDrag(event, viewer);
        } else {
            mouseMove(event, viewer);
        }
    }
}

/** Selects, and moves the view: with the left button while the space bar is down, or with the middle button. */
final class PanTool extends PanningSelectionTool {
    private static final int MIDDLE = 2;
    private Point viewBefore;

    @Override
    protected boolean handleButtonDown(int which) {
        if (which == MIDDLE && getCurrentViewer() != null) {
            viewBefore = viewport().getViewLocation();
            setCursor(SharedCursors.HAND);
            return true;
        }
        return super.handleButtonDown(which);
    }

    /** A space belongs to the name of a layer that is typed. */
    @Override
    protected boolean acceptSpaceBar(KeyEvent event) {
        boolean asking = getCurrentViewer() != null
                && getCurrentViewer().getProperty(DesignerActions.ASKING) instanceof BooleanSupplier open
                && open.getAsBoolean();
        return !asking && super.acceptSpaceBar(event);
    }

    @Override
    protected boolean handleDrag() {
        return pan() || super.handleDrag();
    }

    @Override
    protected boolean handleDragInProgress() {
        return viewBefore != null || super.handleDragInProgress();
    }

    private boolean pan() {
        if (viewBefore == null) {
            return false;
        }
        Point start = getStartLocation();
        Point now = getLocation();
        ((DesignerRoot) getCurrentViewer().getRootEditPart())
                .pan(new Point(viewBefore.x + start.x - now.x, viewBefore.y + start.y - now.y));
        return true;
    }

    @Override
    protected boolean handleButtonUp(int which) {
        if (viewBefore != null) {
            viewBefore = null;
            setCursor(getDefaultCursor());
            return true;
        }
        return super.handleButtonUp(which);
    }

    private Viewport viewport() {
        return (Viewport) ((GraphicalEditPart) getCurrentViewer().getRootEditPart()).getFigure();
    }
}
