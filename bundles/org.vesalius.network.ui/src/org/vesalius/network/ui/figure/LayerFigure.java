// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.ui.figure;

import java.util.function.Supplier;

import org.eclipse.draw2d.Figure;
import org.eclipse.draw2d.Graphics;
import org.eclipse.draw2d.IFigure;
import org.eclipse.draw2d.Label;
import org.eclipse.draw2d.MarginBorder;
import org.eclipse.draw2d.geometry.Point;
import org.eclipse.draw2d.geometry.Rectangle;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.vesalius.network.ui.figure.LayerFace.Trouble;

/**
 * A layer on the canvas: a card with the colour of its category at the left, its icon, name, type and
 * key parameters, and a port below from which connections are drawn. It paints all of this itself.
 */
public final class LayerFigure extends Figure {
    /** Width of every layer, in canvas units. */
    public static final int WIDTH = 184;
    /** Height of the card. */
    public static final int CARD_HEIGHT = 56;
    /** Height of the figure: the lower half of the port stands out below the card. */
    public static final int HEIGHT = CARD_HEIGHT + 5;

    private static final int PORT_RADIUS = 4;
    private static final int PORT_REACH = 11;
    private static final int BAND = 6;
    private static final int ARC = 10;
    private static final int TEXT_LEFT = 36;
    private static final int NAME_TOP = 4;
    private static final int TIP_MARGIN = 4;
    private static final int BADGE = 22;

    private final boolean port;
    private DiagramStyle style;
    private LayerFace face;
    private String name = "";
    private String type = "";
    private String summary = "";
    private Emphasis emphasis = Emphasis.NONE;
    private boolean portHot;
    private boolean targeted;
    private Supplier<String> tip = () -> "";

    /** @param port whether connections may start at this layer */
    public LayerFigure(DiagramStyle style, boolean port) {
        this.style = style;
        this.port = port;
    }

    /** Shows a layer. */
    public void show(LayerFace shown) {
        if (shown.equals(face)) {
            return;
        }
        face = shown;
        int room = WIDTH - TEXT_LEFT - 8;
        name = Ellipsis.fit(shown.name(), style.fonts().name(), shown.badge() == null ? room : room - BADGE + 4);
        type = Ellipsis.fit(shown.type(), style.fonts().small(), room);
        summary = Ellipsis.fit(shown.summary(), style.fonts().small(), room);
        repaint();
    }

    /** Changes the colours, after the theme of the workbench changed. */
    public void restyle(DiagramStyle changed) {
        style = changed;
        repaint();
    }

    /** Makes the layer stand out. */
    public void emphasise(Emphasis wanted) {
        if (emphasis != wanted) {
            emphasis = wanted;
            repaint();
        }
    }

    /** Returns where the name stands. */
    public Rectangle nameBox() {
        return new Rectangle(bounds.x + TEXT_LEFT, bounds.y + NAME_TOP, WIDTH - TEXT_LEFT - 8, 18);
    }

    /** Says what the tooltip tells; asked each time it opens. */
    public void setTip(Supplier<String> text) {
        tip = text;
    }

    @Override
    public IFigure getToolTip() {
        String text = tip.get();
        if (text.isEmpty()) {
            return null;
        }
        Label label = new Label(text);
        label.setBorder(new MarginBorder(TIP_MARGIN));
        return label;
    }

    /** Shows that a connection would end here, or no longer. */
    public void setTargeted(boolean wanted) {
        if (targeted != wanted) {
            targeted = wanted;
            repaint();
        }
    }

    /** Lights up the port, or not. */
    public void setPortHot(boolean hot) {
        if (portHot != hot) {
            portHot = hot;
            repaint();
        }
    }

    /** Tells whether a point, in the figure's own coordinates, is on the port. */
    public boolean isOnPort(Point point) {
        Point centre = portCentre();
        return port && Math.abs(point.x - centre.x) <= PORT_REACH && Math.abs(point.y - centre.y) <= PORT_REACH - 2;
    }

    private Point portCentre() {
        return new Point(bounds.x + bounds.width / 2, bounds.y + CARD_HEIGHT);
    }

    @Override
    protected void paintFigure(Graphics graphics) {
        if (face == null) {
            return;
        }
        if (Detail.of(graphics) == Detail.COARSE) {
            paintCoarse(graphics);
            return;
        }
        graphics.setAntialias(SWT.ON);
        graphics.setTextAntialias(SWT.ON);
        paintCard(graphics);
        paintText(graphics);
        paintPort(graphics);
    }

    private void paintCoarse(Graphics graphics) {
        graphics.setBackgroundColor(edgeColor(style.colors().category(face.category())));
        graphics.fillRectangle(bounds.x, bounds.y, WIDTH, CARD_HEIGHT);
        if (stands() || face.severity() != Trouble.NONE) {
            graphics.setBackgroundColor(style.colors().category(face.category()));
            graphics.fillRectangle(bounds.x + 10, bounds.y + 10, WIDTH - 20, CARD_HEIGHT - 20);
        }
    }

    /** Two fills make the edge: far quicker than an antialiased rounded stroke. */
    private void paintCard(Graphics graphics) {
        DiagramColors colors = style.colors();
        int edge = !stands() && face.severity() == Trouble.NONE ? 1 : 2;
        Rectangle card = new Rectangle(bounds.x, bounds.y, WIDTH, CARD_HEIGHT);
        graphics.setBackgroundColor(edgeColor(colors.border()));
        graphics.fillRoundRectangle(card, ARC, ARC);
        card.shrink(edge, edge);
        graphics.setBackgroundColor(colors.category(face.category()));
        graphics.fillRoundRectangle(card, ARC - 2, ARC - 2);
        card.x += BAND;
        card.width -= BAND;
        graphics.setBackgroundColor(colors.card());
        graphics.fillRoundRectangle(card, ARC - 2, ARC - 2);
        graphics.fillRectangle(card.x, card.y, ARC, card.height);
    }

    private boolean stands() {
        return targeted || emphasis != Emphasis.NONE;
    }

    private Color edgeColor(Color normal) {
        if (stands()) {
            return style.colors().accent();
        }
        return switch (face.severity()) {
            case ERROR -> style.colors().error();
            case WARNING -> style.colors().warning();
            case NONE -> normal;
        };
    }

    private void paintText(Graphics graphics) {
        int x = bounds.x + TEXT_LEFT;
        graphics.drawImage(face.icon(), bounds.x + 14, bounds.y + 8);
        if (face.badge() != null) {
            graphics.drawImage(face.badge(), bounds.x + WIDTH - BADGE, bounds.y + 7);
        }
        graphics.setForegroundColor(style.colors().text());
        graphics.setFont(style.fonts().name());
        graphics.drawString(name, x, bounds.y + NAME_TOP);
        graphics.setForegroundColor(style.colors().secondaryText());
        graphics.setFont(style.fonts().small());
        graphics.drawString(type, x, bounds.y + 21);
        graphics.setForegroundColor(style.colors().text());
        graphics.drawString(summary, x, bounds.y + 37);
    }

    private void paintPort(Graphics graphics) {
        if (!port) {
            return;
        }
        Point centre = portCentre();
        int radius = portHot ? PORT_RADIUS + 1 : PORT_RADIUS;
        graphics.setBackgroundColor(portHot ? style.colors().accent() : style.colors().line());
        graphics.fillOval(centre.x - radius, centre.y - radius, 2 * radius, 2 * radius);
        graphics.setBackgroundColor(portHot ? style.colors().accent() : style.colors().card());
        graphics.fillOval(centre.x - radius + 2, centre.y - radius + 2, 2 * radius - 4, 2 * radius - 4);
    }

    @Override
    protected boolean useLocalCoordinates() {
        return false;
    }
}
