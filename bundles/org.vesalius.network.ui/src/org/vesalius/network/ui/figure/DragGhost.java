// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.ui.figure;

import org.eclipse.draw2d.Figure;
import org.eclipse.draw2d.Graphics;

/** Shows where a dragged layer will lie. */
public final class DragGhost extends Figure {
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
