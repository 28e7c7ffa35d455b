// SPDX-License-Identifier: EPL-2.0
package org.vesalius.phantom;

import org.vesalius.dataset.random.SeededRandom;

/**
 * Patches of a lung that hold fluid instead of air, mottled: filled lobules beside ones that still hold air. On the
 * whole they are hardly denser than {@link Haze}, so it is the mottling that tells them apart.
 */
final class Opacity implements Tissue {
    private static final double MEAN = 0.95;
    private static final double CONTRAST = 1.65;

    private final Cloud cloud;
    private final Mottling mottling;

    Opacity(SeededRandom patient, SeededRandom view, Thorax thorax) {
        cloud = new Cloud(patient, view, thorax);
        mottling = new Mottling(patient, patient.between(17, 21));
    }

    @Override
    public double at(double x, double y) {
        double density = cloud.at(x, y);
        return density == 0 ? 0 : density * (MEAN + CONTRAST * mottling.at(x, y));
    }
}
