// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.ui.figure;

import org.eclipse.draw2d.Graphics;
import org.eclipse.draw2d.geometry.Point;
import org.eclipse.draw2d.geometry.Rectangle;

/**
 * Numbered tabs on the upper edge of a card, one for each input, where the order of inputs matters.
 *
 * @param count how many inputs have a tab; 0 for a card whose connections all arrive in the middle
 * @param spare whether a connection that comes may become one input more
 */
public record InputTabs(int count, boolean spare) {
    /** All connections arrive in the middle of the upper edge. */
    public static final InputTabs NONE = new InputTabs(0, false);

    private static final int HEIGHT = 14;
    private static final int WIDTH = 20;
    private static final int PITCH = 30;
    private static final int ARC = 6;

    /** Returns how far the tabs stand out above the card. */
    int height() {
        return count == 0 ? 0 : HEIGHT;
    }

    /** Returns where the connection of an input arrives at a card. */
    Point place(Rectangle card, int input) {
        int middle = card.x + card.width / 2;
        return count == 0 ? new Point(middle, card.y) : new Point(middle + offset(card, input), card.y - HEIGHT);
    }

    private int offset(Rectangle card, int input) {
        int pitch = pitch(card);
        int offset = input * pitch - (count - 1) * pitch / 2;
        return Math.min(offset, card.width / 2 - WIDTH / 2);
    }

    private int pitch(Rectangle card) {
        return Math.min(PITCH, (card.width - 2 * WIDTH) / Math.max(1, count));
    }

    /** Returns the input whose place is nearest to an x. */
    int nearest(Rectangle card, int x) {
        int places = spare ? count + 1 : count;
        int best = 0;
        for (int input = 1; input < places; input++) {
            if (Math.abs(place(card, input).x - x) < Math.abs(place(card, best).x - x)) {
                best = input;
            }
        }
        return best;
    }

    /** Paints the tabs; the spare one only while a connection is about to arrive. */
    void paint(Graphics graphics, Rectangle card, DiagramStyle style, boolean arriving) {
        int places = arriving && spare ? count + 1 : count;
        for (int input = 0; input < places && count > 0; input++) {
            paintTab(graphics, place(card, input), style, input == count ? "+" : Integer.toString(input + 1));
        }
    }

    private static void paintTab(Graphics graphics, Point top, DiagramStyle style, String text) {
        Rectangle tab = new Rectangle(top.x - WIDTH / 2, top.y, WIDTH, HEIGHT + 1);
        graphics.setBackgroundColor(style.colors().border());
        graphics.fillRoundRectangle(tab, ARC, ARC);
        tab.shrink(1, 1);
        tab.height++;
        graphics.setBackgroundColor(style.colors().card());
        graphics.fillRoundRectangle(tab, ARC, ARC);
        int width = style.text().size(text, style.fonts().tiny()).width;
        style.text().draw(graphics, text, style.fonts().tiny(), LayerFigure.SMALLEST,
                new Rectangle(top.x - width / 2, tab.y, width + 2, tab.height), true, style.colors().secondaryText(),
                style.colors().card());
    }
}
