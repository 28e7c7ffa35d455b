// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.ui.figure;

import org.eclipse.draw2d.geometry.Point;
import org.eclipse.draw2d.geometry.PointList;

/** Rounds the corners of a line that runs along the axes. */
final class RoundedCorners {
    private static final int RADIUS = 8;
    private static final int STEPS = 4;

    private RoundedCorners() {
    }

    static PointList of(PointList corners) {
        PointList rounded = new PointList(corners.size() * (STEPS + 1));
        rounded.addPoint(corners.getFirstPoint());
        for (int i = 1; i < corners.size() - 1; i++) {
            bend(rounded, corners.getPoint(i - 1), corners.getPoint(i), corners.getPoint(i + 1));
        }
        rounded.addPoint(corners.getLastPoint());
        return rounded;
    }

    /** A quadratic curve from shortly before the corner to shortly behind it. */
    private static void bend(PointList rounded, Point before, Point corner, Point behind) {
        double reach = Math.min(RADIUS, Math.min(distance(before, corner), distance(corner, behind)) / 2);
        double[] from = towards(corner, before, reach);
        double[] to = towards(corner, behind, reach);
        for (int i = 0; i <= STEPS; i++) {
            double t = (double) i / STEPS;
            double a = (1 - t) * (1 - t);
            double b = 2 * t * (1 - t);
            double c = t * t;
            rounded.addPoint((int) Math.round(a * from[0] + b * corner.x + c * to[0]),
                    (int) Math.round(a * from[1] + b * corner.y + c * to[1]));
        }
    }

    private static double distance(Point a, Point b) {
        return Math.hypot(a.x - b.x, a.y - b.y);
    }

    private static double[] towards(Point corner, Point goal, double reach) {
        double length = distance(corner, goal);
        double part = length == 0 ? 0 : reach / length;
        return new double[] { corner.x + (goal.x - corner.x) * part, corner.y + (goal.y - corner.y) * part };
    }
}
