// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.ui.part;

import org.eclipse.draw2d.FreeformFigure;
import org.eclipse.draw2d.FreeformViewport;
import org.eclipse.draw2d.Graphics;
import org.eclipse.draw2d.ScalableFreeformLayeredPane;
import org.eclipse.draw2d.geometry.Point;
import org.eclipse.draw2d.geometry.Rectangle;
import org.vesalius.network.ui.figure.CanvasGraphics;

/** What is seen of the canvas: can show a small drawing in its middle, while the stock one keeps it at the upper left. */
final class CanvasViewport extends FreeformViewport {
    private Point home = new Point();

    /** Shows a place at the upper left; the user can scroll back to it from anywhere. */
    void show(Point location) {
        home = location.getCopy();
        readjustScrollBars();
        setViewLocation(home);
        readjustScrollBars();
    }

    @Override
    protected void readjustScrollBars() {
        if (!(getContents() instanceof FreeformFigure drawing)) {
            return;
        }
        Rectangle client = getClientArea();
        Point now = getViewLocation();
        Rectangle reach = drawing.getFreeformExtent().getCopy();
        reach.union(new Rectangle(home.x, home.y, client.width, client.height));
        reach.union(new Rectangle(now.x, now.y, client.width, client.height));
        drawing.setFreeformBounds(reach);
        getVerticalRangeModel().setAll(reach.y, client.height, reach.bottom());
        getHorizontalRangeModel().setAll(reach.x, client.width, reach.right());
    }
}

/** What zooms: as the stock pane, with text from images. */
final class ZoomedLayers extends ScalableFreeformLayeredPane {
    @Override
    protected void paintClientArea(Graphics graphics) {
        if (getScale() == 1 || getChildren().isEmpty()) {
            super.paintClientArea(graphics);
            return;
        }
        CanvasGraphics zoomed = new CanvasGraphics(graphics);
        zoomed.scale(getScale());
        zoomed.pushState();
        paintChildren(zoomed);
        zoomed.dispose();
        graphics.restoreState();
    }
}
