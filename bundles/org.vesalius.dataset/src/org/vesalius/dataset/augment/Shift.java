// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset.augment;

import org.vesalius.dataset.random.SeededRandom;

/**
 * Moves pictures by up to a fraction of their size, either way, evenly distributed.
 *
 * @param x largest fraction of the width, 0…1
 * @param y largest fraction of the height, 0…1
 */
public record Shift(double x, double y) implements Augmentation {

    /** Checks the bounds. */
    public Shift {
        Augmentation.require(x >= 0 && x <= 1 && y >= 0 && y <= 1, "shifts lie between 0 and 1 of the size");
    }

    @Override
    public Change draw(Change change, SeededRandom random) {
        double right = random.between(-x, x);
        double down = random.between(-y, y);
        return change.withShift(right, down);
    }
}
