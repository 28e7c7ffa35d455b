// SPDX-License-Identifier: EPL-2.0
package org.vesalius.phantom;

/**
 * An ellipse.
 *
 * @param x its middle
 * @param y its middle
 * @param halfWidth half its first axis
 * @param halfHeight half its second axis
 * @param angle how far it is turned, in radians, clockwise on the image
 */
record Ellipse(double x, double y, double halfWidth, double halfHeight, double angle) {

    /** 0 on the edge, −1 in the middle, growing outwards in units of the ellipse's own size. */
    double distance(double px, double py) {
        return radius(px, py) - 1;
    }

    /** 0 in the middle, 1 on the edge. */
    double radius(double px, double py) {
        double cos = StrictMath.cos(angle);
        double sin = StrictMath.sin(angle);
        double u = ((px - x) * cos + (py - y) * sin) / halfWidth;
        double v = ((py - y) * cos - (px - x) * sin) / halfHeight;
        return Math.sqrt(u * u + v * v);
    }
}
