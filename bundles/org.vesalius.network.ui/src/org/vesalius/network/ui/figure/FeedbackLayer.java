// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.ui.figure;

import org.eclipse.draw2d.Figure;
import org.eclipse.draw2d.FreeformLayer;
import org.eclipse.draw2d.Graphics;
import org.eclipse.draw2d.geometry.Rectangle;

/** A layer for what is about to happen. It never widens the canvas, so that a drag causes no new layout. */
public final class FeedbackLayer extends FreeformLayer {
    private static final Rectangle NOWHERE = new Rectangle();

    /** Makes the layer; the mouse does not see it. */
    public FeedbackLayer() {
        setEnabled(false);
    }

    @Override
    public Rectangle getFreeformExtent() {
        return NOWHERE.getCopy();
    }

    /** Shows where a dragged layer will lie. */
    public static final class DragGhost extends Figure {
        private static final int FAINT = 60;
        private final DiagramStyle style;

        /** Makes a ghost; its bounds say where the layer will lie. */
        public DragGhost(DiagramStyle style) {
            this.style = style;
        }

        @Override
        protected void paintFigure(Graphics graphics) {
            graphics.setBackgroundColor(style.colors().accent());
            graphics.setForegroundColor(style.colors().accent());
            graphics.setAlpha(FAINT);
            graphics.fillRectangle(bounds);
            graphics.setAlpha(255);
            graphics.drawRectangle(bounds.x, bounds.y, bounds.width - 1, bounds.height - 1);
        }
    }
}
