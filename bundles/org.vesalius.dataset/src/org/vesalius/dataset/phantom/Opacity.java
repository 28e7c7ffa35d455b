// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset.phantom;

import java.util.ArrayList;
import java.util.List;
import org.vesalius.dataset.random.SeededRandom;

/**
 * Patches of a lung that hold fluid instead of air: ragged clouds without an edge, within which vessels drown and
 * airways stay dark.
 */
final class Opacity implements Tissue {
    private final List<Ellipse> patches = new ArrayList<>();
    private final List<Double> densities = new ArrayList<>();
    private final Thorax thorax;
    private final ValueNoise outline;
    private final ValueNoise grain;
    private final ValueNoise coarse;

    /**
     * Places the patches.
     *
     * @param disease random numbers of the patient: where the patches are and how large
     * @param course random numbers of the view: how far the disease has come
     */
    Opacity(SeededRandom disease, SeededRandom course, Thorax thorax) {
        this.thorax = thorax;
        outline = new ValueNoise(disease, 6);
        grain = new ValueNoise(disease, disease.between(14, 18));
        coarse = new ValueNoise(disease, 10);
        int count = 1 + disease.nextInt(3);
        double firstSide = disease.chance(0.5) ? 1 : -1;
        for (int i = 0; i < count; i++) {
            double side = i % 2 == 0 ? firstSide : -firstSide;
            patches.add(patch(disease, course, side));
            densities.add(disease.between(0.12, 0.17) * course.between(0.9, 1.1));
        }
    }

    private Ellipse patch(SeededRandom disease, SeededRandom course, double side) {
        double y = disease.between(thorax.apex() + 0.28, 0.42);
        double x = side * disease.between(0.26, thorax.lungHalfWidth() - 0.16);
        double size = disease.between(0.24, 0.36) * course.between(0.95, 1.05);
        double stretch = disease.between(0.75, 1.3);
        return new Ellipse(x + course.between(-0.02, 0.02), y + course.between(-0.02, 0.02), size * stretch,
                size / stretch, disease.between(-1.5, 1.5));
    }

    @Override
    public double at(double x, double y) {
        double lung = thorax.lung(x, y);
        if (lung == 0) {
            return 0;
        }
        double sum = 0;
        for (int i = 0; i < patches.size(); i++) {
            double radius = patches.get(i).radius(x, y) * (1 + 0.35 * outline.at(x, y));
            double cloud = 1 - Soft.step(0.15, 1.15, radius);
            sum += densities.get(i) * cloud * (0.45 + mottle(x, y));
        }
        return sum * lung;
    }

    /** Two grains, one of them turned, so that their lattices don't show. */
    private double mottle(double x, double y) {
        return 1.1 * grain.at(x, y) + 0.6 * coarse.at(0.8 * x + 0.6 * y, 0.8 * y - 0.6 * x);
    }
}
