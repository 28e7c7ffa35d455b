// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.ui.figure;

import java.util.Objects;
import java.util.function.Supplier;

import org.eclipse.draw2d.Figure;
import org.eclipse.draw2d.Graphics;
import org.eclipse.draw2d.IFigure;
import org.eclipse.draw2d.Label;
import org.eclipse.draw2d.MarginBorder;
import org.eclipse.draw2d.geometry.Insets;
import org.eclipse.draw2d.geometry.Point;
import org.eclipse.draw2d.geometry.Rectangle;
import org.eclipse.gef.handles.HandleBounds;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.vesalius.network.ui.figure.LayerFace.Trouble;

/**
 * A card that stands for a layer: it has a place above where connections arrive, or numbered tabs where the order of
 * inputs matters, and a port below from which connections are drawn. It paints all of this itself. The bounds hold
 * the card with what stands out of it; the place of a layer is that of its card.
 */
public abstract class CardFigure extends Figure implements HandleBounds {
    /** How far the lower half of the port stands out below the card. */
    public static final int PORT_BELOW = 5;

    private static final int PORT_RADIUS = 4;
    private static final int PORT_REACH = 11;
    private static final int TIP_MARGIN = 4;

    private final boolean output;
    private DiagramStyle style;
    private InputTabs tabs = InputTabs.NONE;
    private LayerFace face = LayerFace.EMPTY;
    private Emphasis emphasis = Emphasis.NONE;
    private boolean portHot;
    private boolean targeted;
    private Supplier<String> tip = () -> "";

    /** @param output whether connections may start here */
    CardFigure(DiagramStyle style, boolean output) {
        this.style = Objects.requireNonNull(style);
        this.output = output;
    }

    /** Shows a layer. */
    public final void show(LayerFace shown) {
        if (!shown.equals(face)) {
            face = shown;
            repaint();
        }
    }

    /** Returns where the name stands, in the coordinates of the parent. */
    public abstract Rectangle nameBox();

    final LayerFace face() {
        return face;
    }

    /** Tells whether the card shows that the layer has a problem. */
    public final boolean hasBadge() {
        return face.badge() != null;
    }

    final DiagramStyle style() {
        return style;
    }

    /** Changes the colours, after the theme of the workbench changed. */
    public final void restyle(DiagramStyle changed) {
        style = changed;
        repaint();
    }

    /** Makes the layer stand out. */
    public final void emphasise(Emphasis wanted) {
        if (emphasis != wanted) {
            emphasis = wanted;
            repaint();
        }
    }

    /** Says what the tooltip tells; asked each time it opens. */
    public final void setTip(Supplier<String> text) {
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
    public final void setTargeted(boolean wanted) {
        if (targeted != wanted) {
            targeted = wanted;
            repaint();
        }
    }

    /** Lights up the port, or not. */
    public final void setPortHot(boolean hot) {
        if (portHot != hot) {
            portHot = hot;
            repaint();
        }
    }

    /** Shows numbered tabs for inputs whose order matters, or none. */
    public final void setTabs(InputTabs shown) {
        if (!shown.equals(tabs)) {
            tabs = shown;
            fireFigureMoved();
            repaint();
        }
    }

    /** Tells whether inputs have a tab each. */
    public final boolean hasTabs() {
        return tabs.count() > 0;
    }

    /** Returns how far the card lies below the upper edge of the figure: room for tabs and the like. */
    public final int above() {
        return Math.max(tabs.height(), face.stacked() ? LayerFigure.STACK : 0);
    }

    /** Returns the place of the card, in the coordinates of the parent. */
    public final Rectangle card() {
        int above = above();
        return new Rectangle(bounds.x, bounds.y + above, bounds.width, bounds.height - above - PORT_BELOW);
    }

    /** Others are aligned with the card, not with what stands out of it. */
    @Override
    public final Rectangle getHandleBounds() {
        return card();
    }

    /** Children are placed from the upper left corner of the card. */
    @Override
    public Insets getInsets() {
        return new Insets(above(), 0, 0, 0);
    }

    /** Returns where the connection of an input arrives, in the coordinates of the parent. */
    public final Point inputPlace(int input) {
        Point place = tabs.place(card(), input);
        return face.stacked() && !hasTabs() ? place.translate(0, -LayerFigure.STACK) : place;
    }

    /** Returns the input that a point, in the coordinates of the parent, is nearest to. */
    public final int inputAt(Point point) {
        return tabs.nearest(card(), point.x);
    }

    /** Returns where connections start, in the coordinates of the parent. */
    public final Point outputPlace() {
        return new Point(bounds.x + bounds.width / 2, bounds.bottom() - 1);
    }

    /** Tells whether a point, in the coordinates of the parent, is on the port. */
    public final boolean isOnPort(Point point) {
        Point centre = portCentre();
        return output && Math.abs(point.x - centre.x) <= PORT_REACH && Math.abs(point.y - centre.y) <= PORT_REACH - 2;
    }

    private Point portCentre() {
        return new Point(bounds.x + bounds.width / 2, bounds.bottom() - PORT_BELOW);
    }

    /** Tells whether the card stands out from others at the moment. */
    final boolean stands() {
        return targeted || emphasis != Emphasis.NONE;
    }

    final Color edgeColor(Color normal) {
        if (stands()) {
            return style.colors().accent();
        }
        return switch (face.severity()) {
            case ERROR -> style.colors().error();
            case WARNING -> style.colors().warning();
            case NONE -> normal;
        };
    }

    final int edgeWidth() {
        return !stands() && face.severity() == Trouble.NONE ? 1 : 2;
    }

    final Color categoryColor() {
        return style.colors().category(face.category());
    }

    @Override
    protected final void paintFigure(Graphics graphics) {
        if (face == LayerFace.EMPTY) {
            return;
        }
        Detail detail = Detail.of(graphics);
        if (detail == Detail.COARSE) {
            paintCoarse(graphics);
            return;
        }
        graphics.setAntialias(detail == Detail.OVERVIEW ? SWT.OFF : SWT.ON);
        paintCard(graphics, detail);
        if (detail != Detail.OVERVIEW) {
            tabs.paint(graphics, card(), style, targeted);
            paintPort(graphics);
        }
    }

    /** Paints boxes without text. */
    abstract void paintCoarse(Graphics graphics);

    /** Paints the card, with as much text as can be read. */
    abstract void paintCard(Graphics graphics, Detail detail);

    private void paintPort(Graphics graphics) {
        if (!output) {
            return;
        }
        Point centre = portCentre();
        int radius = portHot ? PORT_RADIUS + 1 : PORT_RADIUS;
        graphics.setBackgroundColor(portHot ? style.colors().accent() : style.colors().line());
        graphics.fillOval(centre.x - radius, centre.y - radius, 2 * radius, 2 * radius);
        graphics.setBackgroundColor(portHot ? style.colors().accent() : style.colors().card());
        graphics.fillOval(centre.x - radius + 2, centre.y - radius + 2, 2 * radius - 4, 2 * radius - 4);
    }

    /** How a figure stands out at the moment. */
    public enum Emphasis {
        /** Not at all. */
        NONE,
        /** One of several that are selected, or where something is about to be dropped. */
        SELECTED,
        /** The one that the Properties view shows. */
        PRIMARY
    }
}
