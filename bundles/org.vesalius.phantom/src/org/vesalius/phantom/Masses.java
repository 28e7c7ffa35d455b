// SPDX-License-Identifier: EPL-2.0
package org.vesalius.phantom;

import java.util.ArrayList;
import java.util.List;
import org.vesalius.dataset.random.SeededRandom;

/** One to three round masses in the lungs, lobed and with an edge; they also show over heart and ribs. */
final class Masses implements Tissue {
    private static final double LOBES = 0.4;
    private static final double EDGE = 0.12;

    private final List<Ellipse> masses = new ArrayList<>();
    private final List<Double> densities = new ArrayList<>();
    private final ValueNoise outline;

    Masses(SeededRandom random, Thorax thorax) {
        outline = new ValueNoise(random, 7);
        int count = 1 + random.nextInt(3);
        for (int i = 0; i < count; i++) {
            double side = random.chance(0.5) ? 1 : -1;
            double size = random.between(0.10, 0.24);
            double stretch = random.between(0.8, 1.25);
            masses.add(new Ellipse(side * random.between(0.26, thorax.lungHalfWidth() - 0.14),
                    random.between(thorax.apex() + 0.22, 0.48), size * stretch, size / stretch, random.between(-1.5, 1.5)));
            densities.add(random.between(0.13, 0.24));
        }
    }

    @Override
    public double at(double x, double y) {
        double most = 0;
        for (int i = 0; i < masses.size(); i++) {
            most = Math.max(most, densities.get(i) * Soft.inside(distance(i, x, y), EDGE));
        }
        return most;
    }

    /** Whether a place is within a mass: its edge is where half of its density is reached. */
    boolean covers(double x, double y) {
        for (int i = 0; i < masses.size(); i++) {
            if (distance(i, x, y) <= 0) {
                return true;
            }
        }
        return false;
    }

    private double distance(int mass, double x, double y) {
        return masses.get(mass).radius(x, y) * (1 + LOBES * outline.at(x, y)) - 1;
    }
}
