// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.ui.figure;

import java.util.Objects;

import org.eclipse.draw2d.IFigure;
import org.eclipse.draw2d.geometry.Rectangle;

/** The layers that a connection goes around: the figures inside one container. */
public final class Obstacles {
    private static final int MARGIN = 20;
    private final IFigure container;

    /** @param container the figure whose children are the layers */
    public Obstacles(IFigure container) {
        this.container = Objects.requireNonNull(container);
    }

    /** Tells whether a layer other than the two ends lies in an area. */
    boolean block(Rectangle area, IFigure from, IFigure to) {
        for (Object child : container.getChildren()) {
            IFigure layer = (IFigure) child;
            if (layer != from && layer != to && layer.getBounds().intersects(area)) {
                return true;
            }
        }
        return false;
    }

    /** Returns the x of a free way downwards on the right of all layers that are in the way of one at {@code left}. */
    int freeLane(int left, int top, int bottom) {
        int lane = left;
        boolean moved = true;
        while (moved) {
            moved = false;
            for (Object child : container.getChildren()) {
                Rectangle layer = ((IFigure) child).getBounds();
                boolean beside = layer.y < bottom && layer.bottom() > top;
                if (beside && layer.x - MARGIN < lane && layer.right() + MARGIN > lane) {
                    lane = layer.right() + MARGIN;
                    moved = true;
                }
            }
        }
        return lane;
    }
}
