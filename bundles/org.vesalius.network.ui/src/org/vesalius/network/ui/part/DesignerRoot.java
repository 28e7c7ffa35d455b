// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.ui.part;

import org.eclipse.draw2d.FreeformFigure;
import org.eclipse.draw2d.FreeformLayer;
import org.eclipse.draw2d.LayeredPane;
import org.eclipse.draw2d.Viewport;
import org.eclipse.draw2d.geometry.Rectangle;
import org.eclipse.gef.editparts.ScalableFreeformRootEditPart;
import org.vesalius.network.ui.figure.FeedbackLayer;

/** The canvas itself: scrolls without end and zooms from 10 % to 400 %. */
public final class DesignerRoot extends ScalableFreeformRootEditPart {
    private static final double[] ZOOM_LEVELS = { 0.1, 0.25, 0.5, 0.75, 1, 1.25, 1.5, 2, 3, 4 };

    /** Makes the canvas. */
    public DesignerRoot() {
        getZoomManager().setZoomLevels(ZOOM_LEVELS);
    }

    /** Scrolls to the upper left of what lies on the canvas, if that is not in view by itself. */
    public void showUpperLeft() {
        getFigure().getUpdateManager().performUpdate();
        Rectangle extent = ((FreeformFigure) getLayer(PRIMARY_LAYER)).getFreeformExtent();
        ((Viewport) getFigure()).setViewLocation(Math.min(0, extent.x), Math.min(0, extent.y));
    }

    @Override
    protected void createLayers(LayeredPane pane) {
        pane.add(getScaledLayers(), SCALABLE_LAYERS);
        pane.add(new FreeformLayer(), HANDLE_LAYER);
        pane.add(new FeedbackLayer(), FEEDBACK_LAYER);
    }
}
