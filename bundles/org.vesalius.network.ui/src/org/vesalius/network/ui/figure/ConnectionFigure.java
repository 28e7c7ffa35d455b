// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.ui.figure;

import org.eclipse.draw2d.Graphics;
import org.eclipse.draw2d.PolylineConnection;
import org.eclipse.draw2d.geometry.Dimension;
import org.eclipse.draw2d.geometry.Point;
import org.eclipse.draw2d.geometry.PointList;
import org.eclipse.draw2d.geometry.Rectangle;
import org.eclipse.swt.SWT;
import org.vesalius.network.ui.figure.CardFigure.Emphasis;

/** A connection: a line with an arrow, and the shape of what flows through it. It paints all of this itself. */
public final class ConnectionFigure extends PolylineConnection {
    private static final int ARROW_LENGTH = 9;
    private static final int ARROW_HALF = 4;
    private static final int PADDING = 5;
    private static final int EASY_TO_HIT = 7;
    private static final int PORT_REACH = 12;

    private DiagramStyle style;
    private String label = "";
    private Dimension labelSize = new Dimension();
    private Emphasis emphasis = Emphasis.NONE;

    /** Makes a connection without label. */
    public ConnectionFigure(DiagramStyle style) {
        this.style = style;
        setTolerance(EASY_TO_HIT);
    }

    /** Shows a shape, such as 126×126×32; an empty text shows none. */
    public void setLabel(String text) {
        if (text.equals(label)) {
            return;
        }
        repaint();
        label = text;
        labelSize = text.isEmpty() ? new Dimension()
                : style.text().size(text, style.fonts().small()).getExpanded(2 * PADDING, 2);
        bounds = null;
        repaint();
    }

    /** Returns the shape that is shown, or an empty text. */
    public String label() {
        return label;
    }

    /** Changes the colours, after the theme of the workbench changed. */
    public void restyle(DiagramStyle changed) {
        style = changed;
        repaint();
    }

    /** Makes the connection stand out. */
    public void emphasise(Emphasis wanted) {
        if (emphasis != wanted) {
            emphasis = wanted;
            repaint();
        }
    }

    @Override
    public Rectangle getBounds() {
        if (bounds == null) {
            super.getBounds();
            bounds.expand(ARROW_HALF, ARROW_HALF);
            if (hasLabel()) {
                bounds.union(labelBox());
            }
        }
        return bounds;
    }

    /** Near its start the mouse means the port of the layer, not the connection. */
    @Override
    public boolean containsPoint(int x, int y) {
        boolean atPort = getStart().getDistance(new Point(x, y)) < PORT_REACH;
        return !atPort && (super.containsPoint(x, y) || hasLabel() && labelBox().contains(x, y));
    }

    @Override
    public void paintFigure(Graphics graphics) {
        boolean stands = emphasis != Emphasis.NONE;
        graphics.setForegroundColor(stands ? style.colors().accent() : style.colors().line());
        graphics.setBackgroundColor(graphics.getForegroundColor());
        if (Detail.of(graphics).compareTo(Detail.OVERVIEW) <= 0) {
            graphics.drawPolyline(getPoints());
            return;
        }
        graphics.setAntialias(SWT.ON);
        graphics.setLineWidth(stands ? 2 : 1);
        graphics.drawPolyline(getPoints());
        graphics.fillPolygon(arrow());
        paintLabel(graphics);
    }

    /** The constructor of the line above asks for bounds before there is a label. */
    private boolean hasLabel() {
        return label != null && !label.isEmpty();
    }

    private void paintLabel(Graphics graphics) {
        if (!hasLabel()) {
            return;
        }
        Rectangle box = labelBox();
        graphics.setBackgroundColor(style.colors().canvas());
        graphics.fillRoundRectangle(box, 8, 8);
        style.text().draw(graphics, label, style.fonts().small(), LayerFigure.SMALLEST,
                box, true,
                style.colors().secondaryText(), style.colors().canvas());
    }

    private Rectangle labelBox() {
        Point middle = middle();
        return new Rectangle(middle.x - labelSize.width / 2, middle.y - labelSize.height / 2, labelSize.width,
                labelSize.height);
    }

    /** The middle of the longest stretch: a bend is no place for text. */
    private Point middle() {
        PointList points = getPoints();
        Point best = points.getFirstPoint();
        double longest = -1;
        for (int i = 1; i < points.size(); i++) {
            Point a = points.getPoint(i - 1);
            Point b = points.getPoint(i);
            double length = Math.hypot(a.x - b.x, a.y - b.y);
            if (length > longest) {
                longest = length;
                best = new Point((a.x + b.x) / 2, (a.y + b.y) / 2);
            }
        }
        return best;
    }

    private PointList arrow() {
        Point tip = getEnd();
        Point before = beforeTip();
        double length = Math.max(1, Math.hypot(tip.x - before.x, tip.y - before.y));
        double dx = (tip.x - before.x) / length;
        double dy = (tip.y - before.y) / length;
        PointList triangle = new PointList();
        triangle.addPoint(tip);
        triangle.addPoint(corner(tip, dx, dy, 1));
        triangle.addPoint(corner(tip, dx, dy, -1));
        return triangle;
    }

    private Point beforeTip() {
        PointList points = getPoints();
        return points.getPoint(Math.max(0, points.size() - 2));
    }

    private static Point corner(Point tip, double dx, double dy, int side) {
        return new Point((int) Math.round(tip.x - dx * ARROW_LENGTH - side * dy * ARROW_HALF),
                (int) Math.round(tip.y - dy * ARROW_LENGTH + side * dx * ARROW_HALF));
    }
}
