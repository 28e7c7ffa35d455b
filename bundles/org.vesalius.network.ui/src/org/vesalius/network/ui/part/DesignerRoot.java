// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.ui.part;

import org.eclipse.draw2d.FigureListener;
import org.eclipse.draw2d.FreeformFigure;
import org.eclipse.draw2d.FreeformLayer;
import org.eclipse.draw2d.IFigure;
import org.eclipse.draw2d.LayeredPane;
import org.eclipse.draw2d.ScalableFreeformLayeredPane;
import org.eclipse.draw2d.Viewport;
import org.eclipse.draw2d.geometry.Point;
import org.eclipse.draw2d.geometry.Rectangle;
import org.eclipse.gef.DragTracker;
import org.eclipse.gef.Request;
import org.eclipse.gef.editparts.ScalableFreeformRootEditPart;
import org.vesalius.network.ui.figure.FeedbackLayer;

/** The canvas itself: scrolls without end and zooms from 10 % to 400 %. */
public final class DesignerRoot extends ScalableFreeformRootEditPart {
    private static final double[] ZOOM_LEVELS = {0.1, 0.25, 0.3, 0.5, 0.75, 1, 1.25, 1.5, 2, 3, 4};
    private static final double NAMES_READABLE = 0.3;
    private static final double ALL_READABLE = 0.5;

    /** Makes the canvas. */
    public DesignerRoot() {
        getZoomManager().setZoomLevels(ZOOM_LEVELS);
    }

    @Override
    protected IFigure createFigure() {
        CanvasViewport viewport = new CanvasViewport();
        viewport.setContents(((Viewport) super.createFigure()).getContents());
        return viewport;
    }

    @Override
    protected ScalableFreeformLayeredPane createScaledLayers() {
        ScalableFreeformLayeredPane layers = new ZoomedLayers();
        layers.add(createGridLayer(), GRID_LAYER);
        layers.add(getPrintableLayers(), PRINTABLE_LAYERS);
        layers.add(new FeedbackLayer(), SCALED_FEEDBACK_LAYER);
        return layers;
    }

    /**
     * Shows what was opened: all of it, in the middle and as large as fits, if names can be read then; else its upper
     * part, as large as its width allows.
     */
    public void showOpened() {
        whenSized(() -> {
            Rectangle drawing = drawing();
            Rectangle view = view().getClientArea();
            double across = (double) view.width / drawing.width;
            double whole = Math.min(across, (double) view.height / drawing.height);
            show(drawing, whole >= NAMES_READABLE ? whole : Math.max(ALL_READABLE, across));
        });
    }

    /** Shows everything, in the middle. */
    public void showAll() {
        Rectangle drawing = drawing();
        Rectangle view = view().getClientArea();
        show(drawing, Math.min((double) view.width / drawing.width, (double) view.height / drawing.height));
    }

    private void show(Rectangle drawing, double wanted) {
        if (getContents().getChildren().isEmpty()) {
            getZoomManager().setZoom(1);
            view().show(new Point());
            return;
        }
        double zoom = Math.max(getZoomManager().getMinZoom(), Math.min(1, Math.floor(wanted * 100) / 100));
        getZoomManager().setZoom(zoom);
        view().getUpdateManager().performUpdate();
        Rectangle view = view().getClientArea();
        Rectangle zoomed = drawing.getCopy().scale(zoom);
        boolean fits = zoomed.height <= view.height;
        view().show(new Point(zoomed.getCenter().x - view.width / 2,
                fits ? zoomed.getCenter().y - view.height / 2 : zoomed.y));
    }

    /** Moves the view, also beyond what lies on the canvas. */
    public void pan(Point location) {
        view().show(location);
    }

    private CanvasViewport view() {
        return (CanvasViewport) getFigure();
    }

    /** An editor behind others has no size until it is shown. */
    private void whenSized(Runnable act) {
        if (!view().getClientArea().isEmpty()) {
            act.run();
            return;
        }
        view().addFigureListener(new FigureListener() {
            @Override
            public void figureMoved(IFigure source) {
                if (!view().getClientArea().isEmpty()) {
                    view().removeFigureListener(this);
                    act.run();
                }
            }
        });
    }

    /** Returns the area of layers and connections, in canvas units. */
    private Rectangle drawing() {
        view().getUpdateManager().performUpdate();
        Rectangle area = ((FreeformFigure) getLayer(PRIMARY_LAYER)).getFreeformExtent().getCopy();
        return area.union(((FreeformFigure) getLayer(CONNECTION_LAYER)).getFreeformExtent());
    }

    /** Empty canvas belongs to the root, not to what is shown on it. */
    @Override
    public DragTracker getDragTracker(Request request) {
        return new CanvasTracker();
    }

    @Override
    protected void createLayers(LayeredPane pane) {
        pane.add(getScaledLayers(), SCALABLE_LAYERS);
        pane.add(new FreeformLayer(), HANDLE_LAYER);
        pane.add(new FeedbackLayer(), FEEDBACK_LAYER);
    }
}
