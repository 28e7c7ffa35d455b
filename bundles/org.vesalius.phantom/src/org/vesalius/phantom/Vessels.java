// SPDX-License-Identifier: EPL-2.0
package org.vesalius.phantom;

import java.util.ArrayList;
import java.util.List;
import org.vesalius.dataset.random.SeededRandom;

/** The vessels that fan out from the roots of the lungs and grow thinner and fainter. */
final class Vessels implements Tissue {
    private static final int PER_LUNG = 11;
    private static final int STEPS = 7;

    private final List<Segment> segments = new ArrayList<>();
    private final Thorax thorax;

    Vessels(SeededRandom random, Thorax thorax) {
        this.thorax = thorax;
        double strength = random.between(0.6, 1.3);
        for (int side = -1; side <= 1; side += 2) {
            for (int vessel = 0; vessel < PER_LUNG; vessel++) {
                double angle = Soft.mix(-1.45, 1.35, (vessel + random.nextDouble()) / PER_LUNG);
                grow(random, side, angle, strength);
            }
        }
    }

    private void grow(SeededRandom random, int side, double startAngle, double strength) {
        double x = side * 0.19;
        double y = random.between(-0.10, 0.06);
        double angle = startAngle;
        double step = random.between(0.06, 0.095);
        for (int i = 0; i < STEPS; i++) {
            double nextX = x + side * step * StrictMath.cos(angle);
            double nextY = y + step * StrictMath.sin(angle);
            double rest = 1 - (double) i / STEPS;
            segments.add(new Segment(x, y, nextX, nextY, 0.009 + 0.013 * rest, strength * 0.085 * rest));
            x = nextX;
            y = nextY;
            angle += random.between(-0.28, 0.28);
        }
    }

    @Override
    public double at(double x, double y) {
        double lung = thorax.lung(x, y);
        if (lung == 0) {
            return 0;
        }
        double densest = 0;
        for (Segment segment : segments) {
            densest = Math.max(densest, segment.at(x, y));
        }
        return densest * lung;
    }

    private static final class Segment {
        private final double x1;
        private final double y1;
        private final double dx;
        private final double dy;
        private final double reach;
        private final double density;
        private final double left;
        private final double right;
        private final double top;
        private final double bottom;

        Segment(double x1, double y1, double x2, double y2, double halfWidth, double density) {
            this.x1 = x1;
            this.y1 = y1;
            this.density = density;
            dx = x2 - x1;
            dy = y2 - y1;
            reach = halfWidth * 1.8;
            left = Math.min(x1, x2) - reach;
            right = Math.max(x1, x2) + reach;
            top = Math.min(y1, y2) - reach;
            bottom = Math.max(y1, y2) + reach;
        }

        double at(double x, double y) {
            if (x < left || x > right || y < top || y > bottom) {
                return 0;
            }
            double along = Math.min(Math.max(((x - x1) * dx + (y - y1) * dy) / (dx * dx + dy * dy), 0), 1);
            double ex = x - x1 - along * dx;
            double ey = y - y1 - along * dy;
            return density * Soft.bump(Math.sqrt(ex * ex + ey * ey), reach);
        }
    }
}
