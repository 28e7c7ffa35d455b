// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.ui.figure;

import org.eclipse.draw2d.Graphics;
import org.eclipse.draw2d.XYLayout;
import org.eclipse.draw2d.geometry.Dimension;
import org.eclipse.draw2d.geometry.Point;
import org.eclipse.draw2d.geometry.Rectangle;
import org.eclipse.swt.graphics.Font;

/**
 * A block that is expanded: a title bar, and below it an area on which the layers inside lie. Their places are told
 * from the upper left corner of the card.
 */
public final class BlockFigure extends CardFigure implements LayerGrid.Owner {

    /** Height of the title bar. */
    public static final int TITLE = 28;
    /** Room around the layers inside. */
    public static final int MARGIN = 16;
    /** Width and height of the card of a block without layers. */
    public static final Dimension SMALLEST = new Dimension(LayerFigure.WIDTH + 2 * MARGIN, TITLE + 72);

    private static final int ARC = 10;
    private static final int TEXT_LEFT = 34;
    private static final int TEXT_TOP = 5;

    private LayerGrid grid;

    /** @param style colours and fonts */
    public BlockFigure(DiagramStyle style) {
        super(style, true);
        setLayoutManager(new XYLayout());
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
        DiagramStyle.Fonts fonts = style().fonts();
        String name = face().mark().isEmpty() ? face().name() : face().name() + "  " + face().mark();
        graphics.drawImage(face().icon(), box.x + 10, box.y + 5);
        Rectangle title = new Rectangle(box.x + TEXT_LEFT, box.y, box.width - TEXT_LEFT - TITLE, TITLE - 3);
        style().text().draw(graphics, name, detail == Detail.FULL ? fonts.name() : fonts.big(), LayerFigure.READABLE,
                title, false, style().colors().text(), style().colors().card());
        if (face().badge() != null) {
            graphics.drawImage(face().badge(), box.right() - TITLE + 6, box.y + 5);
        } else if (detail == Detail.FULL) {
            paintType(graphics, box, style().text().size(name, fonts.name()).width);
        }
    }

    private void paintType(Graphics graphics, Rectangle box, int nameWidth) {
        Font small = style().fonts().small();
        int width = style().text().size(face().type(), small).width;
        if (TEXT_LEFT + nameWidth + 12 + width + 10 < box.width) {
            style().text().draw(graphics, face().type(), small, LayerFigure.SMALLEST, box.right() - width - 10,
                    box.y + TEXT_TOP, width + 2, style().colors().secondaryText(), style().colors().card());
        }
    }

    @Override
    protected boolean useLocalCoordinates() {
        return true;
    }

    @Override
    protected void layout() {
        grid = null;
        super.layout();
        grid = null;
    }

    @Override
    public LayerGrid grid() {
        if (grid == null) {
            grid = new LayerGrid(getChildren());
        }
        return grid;
    }
}
