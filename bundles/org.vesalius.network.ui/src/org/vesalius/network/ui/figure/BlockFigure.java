// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.ui.figure;

import org.eclipse.draw2d.Graphics;
import org.eclipse.draw2d.XYLayout;
import org.eclipse.draw2d.geometry.Dimension;
import org.eclipse.draw2d.geometry.Point;
import org.eclipse.draw2d.geometry.Rectangle;

/**
 * A block that is expanded: a title bar, and below it an area on which the layers inside lie. Their places are told
 * from the upper left corner of the card.
 */
public final class BlockFigure extends CardFigure {
    /** Height of the title bar. */
    public static final int TITLE = 28;
    /** Room around the layers inside. */
    public static final int MARGIN = 16;
    /** Width and height of the card of a block without layers. */
    public static final Dimension SMALLEST = new Dimension(LayerFigure.WIDTH + 2 * MARGIN, TITLE + 72);

    private static final int ARC = 10;
    private static final int TEXT_LEFT = 34;
    private static final int TEXT_TOP = 5;

    private String name = "";
    private String type = "";

    /** @param style colours and fonts */
    public BlockFigure(DiagramStyle style) {
        super(style, true);
        setLayoutManager(new XYLayout());
    }

    @Override
    void faceChanged() {
        name = face().mark().isEmpty() ? face().name() : face().name() + "  " + face().mark();
        type = face().type();
    }

    @Override
    public Rectangle nameBox() {
        Rectangle card = card();
        return new Rectangle(card.x + TEXT_LEFT, card.y + TEXT_TOP, card.width - TEXT_LEFT - 8, TITLE - 10);
    }

    /** Tells whether a point, in the coordinates of the parent, is on the title bar. */
    public boolean isOnTitle(Point point) {
        Rectangle card = card();
        return point.y >= card.y && point.y < card.y + TITLE;
    }

    @Override
    void paintCoarse(Graphics graphics) {
        Rectangle box = card();
        graphics.setBackgroundColor(edgeColor(categoryColor()));
        graphics.fillRectangle(box);
        box.shrink(4, 4);
        box.y += TITLE - 4;
        box.height -= TITLE - 4;
        graphics.setBackgroundColor(style().colors().canvas());
        graphics.fillRectangle(box);
    }

    @Override
    void paintCard(Graphics graphics, Detail detail) {
        Rectangle box = card();
        graphics.setBackgroundColor(edgeColor(style().colors().border()));
        graphics.fillRoundRectangle(box, ARC, ARC);
        box.shrink(edgeWidth(), edgeWidth());
        graphics.setBackgroundColor(style().colors().card());
        graphics.fillRoundRectangle(box, ARC - 2, ARC - 2);
        paintBody(graphics, box);
        paintTitle(graphics, box, detail);
    }

    private void paintBody(Graphics graphics, Rectangle box) {
        Rectangle body = new Rectangle(box.x, box.y + TITLE, box.width, box.height - TITLE);
        graphics.setBackgroundColor(style().colors().canvas());
        graphics.fillRoundRectangle(body, ARC - 2, ARC - 2);
        graphics.fillRectangle(body.x, body.y, body.width, ARC);
        graphics.setBackgroundColor(categoryColor());
        graphics.fillRectangle(box.x, box.y + TITLE - 3, box.width, 3);
    }

    private void paintTitle(Graphics graphics, Rectangle box, Detail detail) {
        graphics.drawImage(face().icon(), box.x + 10, box.y + 5);
        graphics.setForegroundColor(style().colors().text());
        graphics.setFont(detail == Detail.FULL ? style().fonts().name() : style().fonts().big());
        graphics.drawString(name, box.x + TEXT_LEFT, box.y + (detail == Detail.FULL ? TEXT_TOP - 1 : 0));
        if (face().badge() != null) {
            graphics.drawImage(face().badge(), box.right() - TITLE + 6, box.y + 5);
        } else if (detail == Detail.FULL) {
            paintType(graphics, box);
        }
    }

    private void paintType(Graphics graphics, Rectangle box) {
        int width = Ellipsis.width(type, style().fonts().small());
        int used = TEXT_LEFT + Ellipsis.width(name, style().fonts().name()) + 12;
        if (used + width + 10 < box.width) {
            graphics.setForegroundColor(style().colors().secondaryText());
            graphics.setFont(style().fonts().small());
            graphics.drawString(type, box.right() - width - 10, box.y + TEXT_TOP);
        }
    }

    @Override
    protected boolean useLocalCoordinates() {
        return true;
    }
}
