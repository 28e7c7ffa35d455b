// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.ui.figure;

import org.eclipse.draw2d.Graphics;
import org.eclipse.draw2d.ScaledGraphics;
import org.eclipse.draw2d.geometry.Point;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.Font;
import org.eclipse.swt.graphics.Image;

/** Graphics that zoom, and let images through that were drawn for this very zoom. */
public final class CanvasGraphics extends ScaledGraphics {
    private final Graphics target;

    /** @param target where the zoomed drawing goes */
    public CanvasGraphics(Graphics target) {
        super(target);
        this.target = target;
    }

    /** Draws an image in its own size; the place is zoomed. */
    void drawUnzoomed(Image image, Point place) {
        double zoom = getAbsoluteScale();
        target.drawImage(image, (int) Math.floor(place.x * zoom), (int) Math.floor(place.y * zoom));
    }

    /** Draws a text with a font as it is; the place is zoomed. */
    void drawUnzoomed(String text, Font font, Color color, Point place) {
        double zoom = getAbsoluteScale();
        target.setFont(font);
        target.setForegroundColor(color);
        target.drawString(text, (int) Math.floor(place.x * zoom), (int) Math.floor(place.y * zoom));
    }
}
