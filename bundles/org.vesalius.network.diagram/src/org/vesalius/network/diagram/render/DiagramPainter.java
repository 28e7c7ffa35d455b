// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.diagram.render;

import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.RoundRectangle2D;

import org.vesalius.network.diagram.scene.Box;
import org.vesalius.network.diagram.scene.Card;
import org.vesalius.network.diagram.scene.Card.Kind;
import org.vesalius.network.diagram.scene.Card.Trouble;
import org.vesalius.network.diagram.scene.Diagram;

/**
 * Paints a diagram as the canvas shows it: cards with the colour of their category at the left, and the shapes on the
 * connections.
 */
public final class DiagramPainter {
    private static final Font NAME = new Font(Font.SANS_SERIF, Font.BOLD, 12);
    private static final Font SMALL = new Font(Font.SANS_SERIF, Font.PLAIN, 11);
    private static final int ARC = 10;
    private static final int BAND = 6;
    private static final int TEXT_LEFT = 14;
    private static final int TEXT_RIGHT = 8;
    private static final int NAME_BASE = 17;
    private static final int TYPE_BASE = 33;
    private static final int SUMMARY_BASE = 48;
    private static final int STACK = 4;

    private final DiagramPalette palette;
    private final Graphics2D graphics;

    /** A painter that paints on {@code graphics}; canvas units are its units. */
    public DiagramPainter(DiagramPalette palette, Graphics2D graphics) {
        this.palette = palette;
        this.graphics = graphics;
    }

    /** Paints the whole diagram, its background too. */
    public void paint(Diagram diagram) {
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
        Box bounds = diagram.bounds();
        graphics.setColor(new Color(palette.canvas()));
        graphics.fillRect(bounds.x(), bounds.y(), bounds.width(), bounds.height());
        diagram.cards().stream().filter(card -> card.kind() == Kind.EXPANDED_BLOCK).forEach(this::paintFrame);
        WirePainter wires = new WirePainter(palette, graphics, SMALL);
        diagram.wires().forEach(wires::paintLine);
        diagram.cards().stream().filter(card -> card.kind() != Kind.EXPANDED_BLOCK).forEach(this::paintCard);
        diagram.wires().forEach(wires::paintLabel);
    }

    private void paintFrame(Card card) {
        Box box = card.box();
        fill(box, edge(card));
        fill(box.grown(-edgeWidth(card)), palette.canvas());
        graphics.setColor(new Color(palette.category(card.category())));
        graphics.fill(new RoundRectangle2D.Double(box.x() + 1.0, box.y() + 1.0, BAND, box.height() - 2.0, ARC, ARC));
        text(NAME, palette.text(), card.name() + times(card), box, NAME_BASE);
    }

    private void paintCard(Card card) {
        if (card.kind() == Kind.COLLAPSED_BLOCK) {
            paintSheet(card, 2 * STACK);
            paintSheet(card, STACK);
        }
        Box box = card.box();
        fill(box, edge(card));
        Box face = box.grown(-edgeWidth(card));
        fill(face, palette.category(card.category()));
        Box plain = new Box(face.x() + BAND, face.y(), face.width() - BAND, face.height());
        fill(plain, palette.card());
        graphics.fillRect(plain.x(), plain.y(), ARC, plain.height());
        text(NAME, palette.text(), card.name(), box, NAME_BASE);
        text(SMALL, palette.secondaryText(), card.type() + times(card), box, TYPE_BASE);
        text(SMALL, palette.text(), card.summary(), box, SUMMARY_BASE);
    }

    private void paintSheet(Card card, int offset) {
        Box sheet = card.box().plus(offset, offset);
        fill(sheet, palette.border());
        fill(sheet.grown(-1), palette.card());
    }

    private static String times(Card card) {
        return card.repeat() > 1 ? "  ×" + card.repeat() : "";
    }

    private int edge(Card card) {
        return switch (card.trouble()) {
            case ERROR -> palette.error();
            case WARNING -> palette.warning();
            case NONE -> palette.border();
        };
    }

    private static int edgeWidth(Card card) {
        return card.trouble() == Trouble.NONE ? 1 : 2;
    }

    private void fill(Box box, int color) {
        graphics.setColor(new Color(color));
        graphics.fillRoundRect(box.x(), box.y(), box.width(), box.height(), ARC, ARC);
    }

    private void text(Font font, int color, String text, Box box, int base) {
        graphics.setFont(font);
        graphics.setColor(new Color(color));
        String shown = fitted(text, graphics.getFontMetrics(), box.width() - TEXT_LEFT - TEXT_RIGHT);
        if (!shown.isEmpty()) {
            graphics.drawString(shown, box.x() + TEXT_LEFT, box.y() + base);
        }
    }

    private static String fitted(String text, FontMetrics metrics, int room) {
        if (metrics.stringWidth(text) <= room) {
            return text;
        }
        int length = text.length();
        while (length > 0 && metrics.stringWidth(text.substring(0, length) + "…") > room) {
            length--;
        }
        return text.substring(0, length).stripTrailing() + "…";
    }
}
