// SPDX-License-Identifier: EPL-2.0
package org.vesalius.phantom;

import org.vesalius.dataset.random.SeededRandom;

/**
 * Soft tissue in front of healthy lungs, a fold of skin or a muscle: as dense as an {@link Opacity}, but even. Who only
 * measures how bright the lungs are is misled by it.
 */
final class Haze implements Tissue {
    private static final double DENSITY = 0.6;

    private final Cloud cloud;

    Haze(SeededRandom patient, SeededRandom view, Thorax thorax) {
        cloud = new Cloud(patient, view, thorax);
    }

    @Override
    public double at(double x, double y) {
        return DENSITY * cloud.at(x, y);
    }
}
