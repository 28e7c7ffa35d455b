// SPDX-License-Identifier: EPL-2.0
package org.vesalius.phantom;

import org.vesalius.dataset.random.SeededRandom;

/** The outline of the chest, the two lungs in it, and the soft tissue around them. */
final class Thorax implements Tissue {
    private static final double SHOULDER = -0.66;
    private static final double EDGE = 0.025;

    private final double halfWidth;
    private final double lungHalfWidth;
    private final double apex;
    private final double[] base = new double[2];
    private final double domeHeight;
    private final double tissue;
    private final double air;
    private final double fat;
    private final ValueNoise texture;

    Thorax(SeededRandom random) {
        halfWidth = random.between(0.86, 0.98);
        lungHalfWidth = halfWidth - random.between(0.07, 0.13);
        apex = random.between(-0.80, -0.70);
        double right = random.between(0.52, 0.74);
        base[0] = right;
        base[1] = right + random.between(0.02, 0.09);
        domeHeight = random.between(0.12, 0.22);
        tissue = random.between(0.50, 0.60);
        air = random.between(0.60, 0.72);
        fat = random.between(0.02, 0.12);
        texture = new ValueNoise(random, 9);
    }

    @Override
    public double at(double x, double y) {
        double body = body(x, y);
        double lung = lung(x, y);
        double belly = 0.12 * Soft.step(base[0] - domeHeight, base[0] + 0.3, y);
        double density = (tissue + belly + fat * Soft.bump(Math.abs(x) - halfWidth, 0.3)) * body;
        return density * (1 - air * lung) + 0.02 * texture.at(x, y) * body;
    }

    /** 1 inside the body, 0 in the air around it. */
    double body(double x, double y) {
        double neck = 0.27 + 0.10 * Soft.step(-1, -0.84, y);
        double shoulders = Soft.mix(neck, halfWidth + 0.06, Soft.step(-0.93, SHOULDER, y));
        double waist = 0.05 * Soft.step(-0.5, 0.5, y);
        double width = shoulders - waist;
        double inside = Soft.inside(Math.abs(x) - width, EDGE);
        if (inside == 0) {
            return 0;
        }
        double thickness = Math.sqrt(Math.max(0, 1 - x * x / (width * width)));
        return inside * (0.55 + 0.45 * thickness);
    }

    /** 1 inside a lung, 0 outside both. */
    double lung(double x, double y) {
        double out = Math.abs(x);
        double down = (y - apex) / (base[side(x)] - apex);
        double above = Soft.inside(apex - y, EDGE);
        double below = above == 0 ? 0 : Soft.inside(y - diaphragm(x), 0.02);
        if (down < -0.1 || down > 1.5 || below == 0) {
            return 0;
        }
        double t = Math.min(Math.max(down, 0), 1.2);
        double rounding = Math.min(1, t / 0.26);
        double top = Math.sqrt(rounding * (2 - rounding));
        double medial = 0.10 + 0.06 * t;
        double lateral = 0.30 + (lungHalfWidth * (0.70 + 0.30 * Soft.step(0, 0.75, t)) - 0.30) * top;
        double inner = Soft.inside(medial + 0.12 * (1 - top) - out, EDGE);
        double outer = Soft.inside(out - lateral, EDGE);
        return inner * outer * above * below;
    }

    /** The height of the diaphragm's dome. */
    double diaphragm(double x) {
        double out = (Math.abs(x) - 0.50 * lungHalfWidth) / (0.60 * lungHalfWidth);
        double low = base[side(x)];
        return low - domeHeight * (1 - out * out);
    }

    /** How far the lungs reach outwards. */
    double lungHalfWidth() {
        return lungHalfWidth;
    }

    /** Where the lungs begin. */
    double apex() {
        return apex;
    }

    private static int side(double x) {
        return x < 0 ? 0 : 1;
    }
}
