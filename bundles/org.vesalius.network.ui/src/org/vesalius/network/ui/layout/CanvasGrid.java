// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.ui.layout;

import org.eclipse.draw2d.geometry.Point;
import org.vesalius.network.ui.figure.LayerFigure;

/** The grid that layers snap to, in canvas units. */
public final class CanvasGrid {
    /** Distance of its lines. */
    public static final int SPACING = 8;
    /** Distance of the upper edges of two layers, one below the other, as a new layer is placed. */
    public static final int ROW = 100;

    private CanvasGrid() {
    }

    /** Returns the upper left corner, on the grid, of a layer whose middle is near a point. */
    public static Point cornerAround(Point middle) {
        return new Point(snap(middle.x - LayerFigure.WIDTH / 2), snap(middle.y - LayerFigure.CARD_HEIGHT / 2));
    }

    /** Returns the nearest line of the grid. */
    public static int snap(int value) {
        return Math.round((float) value / SPACING) * SPACING;
    }
}
