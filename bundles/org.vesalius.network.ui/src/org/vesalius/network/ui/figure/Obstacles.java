// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.ui.figure;

import java.util.Objects;

import org.eclipse.draw2d.Connection;
import org.eclipse.draw2d.Figure;
import org.eclipse.draw2d.IFigure;
import org.eclipse.draw2d.geometry.Point;
import org.eclipse.draw2d.geometry.Rectangle;

/** The layers that a connection goes around: those that lie beside its ends. */
final class Obstacles {
    private static final int MARGIN = 20;
    private final IFigure container;
    private final Point origin;

    private Obstacles(IFigure container, Point origin) {
        this.container = Objects.requireNonNull(container);
        this.origin = origin;
    }

    /** Returns the layers around a connection; places are those of the drawing as a whole. */
    static Obstacles around(Connection connection) {
        IFigure start = connection.getSourceAnchor().getOwner();
        IFigure end = start != null ? start : connection.getTargetAnchor().getOwner();
        IFigure container = end == null ? new Figure() : end.getParent();
        Point origin = new Point();
        for (IFigure figure = container; figure instanceof BlockFigure; figure = figure.getParent()) {
            figure.translateToParent(origin);
        }
        return new Obstacles(container, origin);
    }

    /** Tells whether a layer other than the two ends lies in an area. */
    boolean block(Rectangle area, IFigure from, IFigure to) {
        Rectangle wanted = area.getCopy().translate(-origin.x, -origin.y);
        for (IFigure layer : LayerGrid.of(container).near(wanted)) {
            if (layer != from && layer != to && layer.getBounds().intersects(wanted)) {
                return true;
            }
        }
        return false;
    }

    /** Returns the x of a free way downwards on the right of all layers that are in the way of one at {@code from}. */
    int freeLane(int from, int upper, int lower) {
        int top = upper - origin.y;
        int bottom = lower - origin.y;
        int lane = from - origin.x;
        LayerGrid grid = LayerGrid.of(container);
        boolean moved = true;
        while (moved) {
            moved = false;
            for (IFigure figure : grid.near(new Rectangle(lane - MARGIN, top, 2 * MARGIN, bottom - top))) {
                Rectangle layer = figure.getBounds();
                boolean beside = layer.y < bottom && layer.bottom() > top;
                if (beside && layer.x - MARGIN < lane && layer.right() + MARGIN > lane) {
                    lane = layer.right() + MARGIN;
                    moved = true;
                }
            }
        }
        return lane + origin.x;
    }
}
