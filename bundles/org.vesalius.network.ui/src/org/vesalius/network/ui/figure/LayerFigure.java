// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.ui.figure;

import org.eclipse.draw2d.Graphics;
import org.eclipse.draw2d.geometry.Rectangle;
import org.eclipse.swt.graphics.Font;
import org.vesalius.network.ui.figure.DiagramStyle.Fonts;
import org.vesalius.network.ui.figure.LayerFace.Trouble;

/**
 * A layer on the canvas: a card with the colour of its category at the left, its icon, name, type and key parameters.
 * A block that is collapsed looks like a pile of cards and says how often it is repeated.
 */
public final class LayerFigure extends CardFigure {
    /** Width of every layer, in canvas units. */
    public static final int WIDTH = 184;
    /** Height of the card. */
    public static final int CARD_HEIGHT = 56;
    /** Height of the figure: the lower half of the port stands out below the card. */
    public static final int HEIGHT = CARD_HEIGHT + PORT_BELOW;

    /** How far the cards below stick out above the first one. */
    static final int STACK = 8;

    private static final int BAND = 6;
    private static final int ARC = 10;
    private static final int TEXT_LEFT = 36;
    private static final int TEXT_RIGHT = 8;
    private static final int NAME_TOP = 4;
    private static final int BADGE = 22;
    private static final int MARK_GAP = 6;
    private static final int OVERVIEW_BAND = 16;
    static final int SMALLEST = 5;
    private static final int LEGIBLE = 6;
    static final int READABLE = 7;

    /** @param output whether connections may start at this layer */
    public LayerFigure(DiagramStyle style, boolean output) {
        super(style, output);
    }

    @Override
    public Rectangle nameBox() {
        Rectangle card = card();
        return new Rectangle(card.x + TEXT_LEFT, card.y + NAME_TOP, WIDTH - TEXT_LEFT - TEXT_RIGHT, 18);
    }

    @Override
    void paintCoarse(Graphics graphics) {
        Rectangle card = card();
        graphics.setBackgroundColor(edgeColor(categoryColor()));
        graphics.fillRectangle(card);
        if (face().stacked()) {
            graphics.fillRectangle(card.x + STACK, card.y - STACK, card.width - 2 * STACK, STACK / 2);
        }
        if (stands() || face().severity() != Trouble.NONE) {
            graphics.setBackgroundColor(categoryColor());
            graphics.fillRectangle(card.x + 10, card.y + 10, card.width - 20, card.height - 20);
        }
    }

    @Override
    void paintCard(Graphics graphics, Detail detail) {
        if (detail == Detail.OVERVIEW) {
            paintName(graphics);
            return;
        }
        Rectangle card = card();
        if (face().stacked()) {
            paintBehind(graphics, card, STACK);
            paintBehind(graphics, card, STACK / 2);
        }
        paintCardAt(graphics, card);
        if (detail == Detail.FULL) {
            paintText(graphics, card);
        } else {
            paintBigText(graphics, card);
        }
    }

    private void paintBehind(Graphics graphics, Rectangle card, int far) {
        Rectangle box = new Rectangle(card.x + far, card.y - far, card.width - 2 * far, card.height);
        graphics.setBackgroundColor(edgeColor(categoryColor()));
        graphics.fillRoundRectangle(box, ARC, ARC);
        box.shrink(1, 1);
        graphics.setBackgroundColor(style().colors().card());
        graphics.fillRoundRectangle(box, ARC, ARC);
    }

    /** Two fills make the edge: far quicker than an antialiased rounded stroke. */
    private void paintCardAt(Graphics graphics, Rectangle place) {
        Rectangle box = place.getCopy();
        graphics.setBackgroundColor(edgeColor(style().colors().border()));
        graphics.fillRoundRectangle(box, ARC, ARC);
        box.shrink(edgeWidth(), edgeWidth());
        graphics.setBackgroundColor(categoryColor());
        graphics.fillRoundRectangle(box, ARC - 2, ARC - 2);
        box.x += BAND;
        box.width -= BAND;
        graphics.setBackgroundColor(style().colors().card());
        graphics.fillRoundRectangle(box, ARC - 2, ARC - 2);
        graphics.fillRectangle(box.x, box.y, ARC, box.height);
    }

    private void paintText(Graphics graphics, Rectangle card) {
        DiagramStyle.Fonts fonts = style().fonts();
        int x = card.x + TEXT_LEFT;
        graphics.drawImage(face().icon(), card.x + 14, card.y + 8);
        paintBadge(graphics, card);
        int end = card.right() - (face().badge() == null ? TEXT_RIGHT : BADGE + 2);
        if (!face().mark().isEmpty()) {
            end -= style().text().size(face().mark(), fonts.name()).width;
            text(graphics, face().mark(), fonts.name(), end, card.y + NAME_TOP, card.right() - end, true);
            end -= MARK_GAP;
        }
        text(graphics, face().name(), fonts.name(), x, card.y + NAME_TOP, end - x, true);
        text(graphics, face().type(), fonts.small(), x, card.y + 21, card.right() - TEXT_RIGHT - x, false);
        text(graphics, face().summary(), fonts.small(), x, card.y + 37, card.right() - TEXT_RIGHT - x, true);
    }

    private void text(Graphics graphics, String text, Font font, int x, int y, int room, boolean first) {
        DiagramStyle.Colors colors = style().colors();
        style().text().draw(graphics, text, font, LEGIBLE, x, y, room, first ? colors.text() : colors.secondaryText(),
                colors.card());
    }

    private void paintBadge(Graphics graphics, Rectangle card) {
        if (face().badge() != null) {
            graphics.drawImage(face().badge(), card.right() - BADGE, card.y + 7);
        }
    }

    /** At half size the name alone, twice as large, can be read; the icon tells the type. */
    private void paintBigText(Graphics graphics, Rectangle card) {
        Rectangle icon = new Rectangle(card.x + 10, card.y + 4, 24, 24);
        graphics.drawImage(face().icon(), new Rectangle(0, 0, 16, 16), icon);
        paintBadge(graphics, card);
        int room = WIDTH - TEXT_LEFT - TEXT_RIGHT;
        text(graphics, face().name(), style().fonts().big(), card.x + TEXT_LEFT, card.y + 2,
                face().badge() == null ? room : room - BADGE + 4, true);
        text(graphics, (face().mark() + " " + face().type()).strip(), style().fonts().small(), card.x + TEXT_LEFT,
                card.y + 32, room, false);
    }

    /** The name alone, as large as can be read, on a card without rounding. */
    private void paintName(Graphics graphics) {
        Rectangle card = card();
        graphics.setBackgroundColor(edgeColor(categoryColor()));
        graphics.fillRectangle(card);
        if (face().stacked()) {
            graphics.fillRectangle(card.x + STACK, card.y - STACK, card.width - 2 * STACK, STACK / 2);
        }
        Rectangle inside = new Rectangle(card.x + OVERVIEW_BAND, card.y + 4, card.width - OVERVIEW_BAND - 4,
                card.height - 8);
        graphics.setBackgroundColor(style().colors().card());
        graphics.fillRectangle(inside);
        Rectangle box = new Rectangle(inside.x + 6, inside.y, inside.width - 8, inside.height);
        style().text().draw(graphics, face().name(), style().fonts().big(), READABLE, box, false, style().colors().text(),
                style().colors().card());
    }

    @Override
    protected boolean useLocalCoordinates() {
        return false;
    }
}
