// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.ui.figure;

import org.eclipse.draw2d.Graphics;
import org.eclipse.draw2d.geometry.Rectangle;
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

    private String name = "";
    private String bigName = "";
    private String type = "";
    private String bigType = "";
    private String summary = "";
    private int markWidth;

    /** @param output whether connections may start at this layer */
    public LayerFigure(DiagramStyle style, boolean output) {
        super(style, output);
    }

    @Override
    void faceChanged() {
        Fonts fonts = style().fonts();
        int room = WIDTH - TEXT_LEFT - TEXT_RIGHT;
        int badge = face().badge() == null ? 0 : BADGE - 4;
        markWidth = face().mark().isEmpty() ? 0 : Ellipsis.width(face().mark(), fonts.name()) + MARK_GAP;
        name = Ellipsis.fit(face().name(), fonts.name(), room - badge - markWidth);
        bigName = Ellipsis.fit(face().name(), fonts.big(), room - badge);
        type = Ellipsis.fit(face().type(), fonts.small(), room);
        bigType = Ellipsis.fit((face().mark() + " " + face().type()).strip(), fonts.name(), room);
        summary = Ellipsis.fit(face().summary(), fonts.small(), room);
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
        int x = card.x + TEXT_LEFT;
        graphics.drawImage(face().icon(), card.x + 14, card.y + 8);
        paintBadge(graphics, card);
        graphics.setForegroundColor(style().colors().text());
        graphics.setFont(style().fonts().name());
        graphics.drawString(name, x, card.y + NAME_TOP);
        if (markWidth > 0) {
            int badge = face().badge() == null ? TEXT_RIGHT : BADGE + 2;
            graphics.drawString(face().mark(), card.right() - badge - markWidth + MARK_GAP, card.y + NAME_TOP);
        }
        graphics.setForegroundColor(style().colors().secondaryText());
        graphics.setFont(style().fonts().small());
        graphics.drawString(type, x, card.y + 21);
        graphics.setForegroundColor(style().colors().text());
        graphics.drawString(summary, x, card.y + 37);
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
        graphics.setForegroundColor(style().colors().text());
        graphics.setFont(style().fonts().big());
        graphics.drawString(bigName, card.x + TEXT_LEFT, card.y + 2);
        graphics.setForegroundColor(style().colors().secondaryText());
        graphics.setFont(style().fonts().name());
        graphics.drawString(bigType, card.x + TEXT_LEFT, card.y + 32);
    }

    @Override
    protected boolean useLocalCoordinates() {
        return false;
    }
}
