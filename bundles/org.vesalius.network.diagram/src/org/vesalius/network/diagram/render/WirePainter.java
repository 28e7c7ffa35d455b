// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.diagram.render;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.geom.Path2D;
import java.util.List;

import org.vesalius.network.diagram.scene.Point;
import org.vesalius.network.diagram.scene.Wire;

/** Paints connections: lines with rounded corners, an arrow at the end, the shape on the longest stretch. */
final class WirePainter {
    private static final double RADIUS = 8;
    private static final int ARROW_LENGTH = 8;
    private static final int ARROW_HALF = 4;
    private static final int PADDING = 4;

    private final DiagramPalette palette;
    private final Graphics2D graphics;
    private final Font font;

    WirePainter(DiagramPalette palette, Graphics2D graphics, Font font) {
        this.palette = palette;
        this.graphics = graphics;
        this.font = font;
    }

    void paintLine(Wire wire) {
        graphics.setColor(new Color(palette.line()));
        graphics.setStroke(new BasicStroke(1.2f));
        graphics.draw(rounded(wire.corners()));
        Point end = wire.end();
        Path2D arrow = new Path2D.Double();
        arrow.moveTo(end.x(), end.y());
        arrow.lineTo(end.x() - ARROW_HALF, end.y() - ARROW_LENGTH);
        arrow.lineTo(end.x() + ARROW_HALF, end.y() - ARROW_LENGTH);
        arrow.closePath();
        graphics.fill(arrow);
    }

    void paintLabel(Wire wire) {
        if (wire.label().isEmpty()) {
            return;
        }
        graphics.setFont(font);
        FontMetrics metrics = graphics.getFontMetrics();
        int width = metrics.stringWidth(wire.label());
        Point middle = middleOfLongest(wire.corners());
        int top = middle.y() - metrics.getHeight() / 2;
        graphics.setColor(new Color(palette.canvas()));
        graphics.fillRoundRect(middle.x() - width / 2 - PADDING, top, width + 2 * PADDING, metrics.getHeight(), 8, 8);
        graphics.setColor(new Color(palette.secondaryText()));
        graphics.drawString(wire.label(), middle.x() - width / 2, top + metrics.getAscent());
    }

    private static Path2D rounded(List<Point> corners) {
        Path2D path = new Path2D.Double();
        path.moveTo(corners.get(0).x(), corners.get(0).y());
        for (int i = 1; i < corners.size() - 1; i++) {
            bend(path, corners.get(i - 1), corners.get(i), corners.get(i + 1));
        }
        Point last = corners.get(corners.size() - 1);
        path.lineTo(last.x(), last.y());
        return path;
    }

    private static void bend(Path2D path, Point before, Point corner, Point behind) {
        double reach = Math.min(RADIUS, Math.min(distance(before, corner), distance(corner, behind)) / 2);
        lineTowards(path, corner, before, reach);
        double part = share(corner, behind, reach);
        path.quadTo(corner.x(), corner.y(), corner.x() + (behind.x() - corner.x()) * part,
                corner.y() + (behind.y() - corner.y()) * part);
    }

    private static void lineTowards(Path2D path, Point corner, Point goal, double reach) {
        double part = share(corner, goal, reach);
        path.lineTo(corner.x() + (goal.x() - corner.x()) * part, corner.y() + (goal.y() - corner.y()) * part);
    }

    private static double share(Point from, Point to, double reach) {
        double length = distance(from, to);
        return length == 0 ? 0 : reach / length;
    }

    private static double distance(Point a, Point b) {
        return Math.hypot(a.x() - b.x(), a.y() - b.y());
    }

    private static Point middleOfLongest(List<Point> corners) {
        Point best = corners.get(0);
        double longest = -1;
        for (int i = 1; i < corners.size(); i++) {
            Point a = corners.get(i - 1);
            Point b = corners.get(i);
            if (distance(a, b) > longest) {
                longest = distance(a, b);
                best = new Point((a.x() + b.x()) / 2, (a.y() + b.y()) / 2);
            }
        }
        return best;
    }
}
