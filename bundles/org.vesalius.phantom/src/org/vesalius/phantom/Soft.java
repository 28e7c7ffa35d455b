// SPDX-License-Identifier: EPL-2.0
package org.vesalius.phantom;

/** Soft-edged shapes from polynomials and square roots alone, which every Java platform computes to the same bit. */
public final class Soft {
    private Soft() {
    }

    /** Rises smoothly from 0 at low to 1 at high. */
    public static double step(double low, double high, double x) {
        // most places lie outside: no division for them
        if (low < high && (x <= low || x >= high)) {
            return x <= low ? 0 : 1;
        }
        double t = Math.min(Math.max((x - low) / (high - low), 0), 1);
        return t * t * (3 - 2 * t);
    }

    /** 1 well inside (distance below −softness), 0 well outside. */
    public static double inside(double distance, double softness) {
        return 1 - step(-softness, softness, distance);
    }

    /** A hill around 0: 1 at 0, falling to 0 at ±width. */
    public static double bump(double x, double width) {
        if (Math.abs(x) >= width) {
            return 0;
        }
        double t = x / width;
        double rest = Math.max(0, 1 - t * t);
        return rest * rest;
    }

    /** The way from a to b. */
    public static double mix(double a, double b, double t) {
        return a + (b - a) * t;
    }
}
