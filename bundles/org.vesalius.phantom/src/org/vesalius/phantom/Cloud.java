// SPDX-License-Identifier: EPL-2.0
package org.vesalius.phantom;

import java.util.ArrayList;
import java.util.List;
import org.vesalius.dataset.random.SeededRandom;

/** Up to three ragged patches without an edge, somewhere in the lungs: the shape of what makes them less clear. */
final class Cloud implements Tissue {
    private final List<Ellipse> patches = new ArrayList<>();
    private final List<Double> densities = new ArrayList<>();
    private final Thorax thorax;
    private final ValueNoise outline;

    /**
     * Places the patches.
     *
     * @param patient random numbers of the patient: where the patches are and how large
     * @param view random numbers of the view: how far they have come
     */
    Cloud(SeededRandom patient, SeededRandom view, Thorax thorax) {
        this.thorax = thorax;
        outline = new ValueNoise(patient, 6);
        int count = patient.chance(0.2) ? 1 : 2 + patient.nextInt(2);
        double firstSide = patient.chance(0.5) ? 1 : -1;
        for (int i = 0; i < count; i++) {
            double side = i % 2 == 0 ? firstSide : -firstSide;
            patches.add(patch(patient, view, side));
            densities.add(patient.between(0.11, 0.16) * view.between(0.9, 1.1));
        }
    }

    private Ellipse patch(SeededRandom patient, SeededRandom view, double side) {
        double y = patient.between(thorax.apex() + 0.28, 0.42);
        double x = side * patient.between(0.26, thorax.lungHalfWidth() - 0.16);
        double size = patient.between(0.28, 0.40) * view.between(0.95, 1.05);
        double stretch = patient.between(0.75, 1.3);
        return new Ellipse(x + view.between(-0.02, 0.02), y + view.between(-0.02, 0.02), size * stretch,
                size / stretch, patient.between(-1.5, 1.5));
    }

    @Override
    public double at(double x, double y) {
        double lung = thorax.lung(x, y);
        if (lung == 0) {
            return 0;
        }
        double raggedness = 1 + 0.35 * outline.at(x, y);
        double sum = 0;
        for (int i = 0; i < patches.size(); i++) {
            double radius = patches.get(i).radius(x, y) * raggedness;
            sum += densities.get(i) * (1 - Soft.step(0.15, 1.15, radius));
        }
        return sum * lung;
    }
}
