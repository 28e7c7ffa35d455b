// SPDX-License-Identifier: EPL-2.0
package org.vesalius.phantom;

/** An ellipse. */
final class Ellipse {
    private final double x;
    private final double y;
    private final double halfWidth;
    private final double halfHeight;
    private final double cos;
    private final double sin;

    /**
     * Places an ellipse.
     *
     * @param x its middle
     * @param y its middle
     * @param halfWidth half its first axis
     * @param halfHeight half its second axis
     * @param angle how far it is turned, in radians, clockwise on the image
     */
    Ellipse(double x, double y, double halfWidth, double halfHeight, double angle) {
        this.x = x;
        this.y = y;
        this.halfWidth = halfWidth;
        this.halfHeight = halfHeight;
        cos = StrictMath.cos(angle);
        sin = StrictMath.sin(angle);
    }

    /** 0 on the edge, −1 in the middle, growing outwards in units of the ellipse's own size. */
    double distance(double px, double py) {
        return radius(px, py) - 1;
    }

    /** 0 in the middle, 1 on the edge. */
    double radius(double px, double py) {
        double u = ((px - x) * cos + (py - y) * sin) / halfWidth;
        double v = ((py - y) * cos - (px - x) * sin) / halfHeight;
        return Math.sqrt(u * u + v * v);
    }
}
