// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset.augment;

import org.vesalius.dataset.random.SeededRandom;

/**
 * Turns pictures about their middle, either way, evenly distributed.
 *
 * @param degrees largest angle, 0…180
 */
public record Rotate(double degrees) implements Augmentation {

    /** Checks the bounds. */
    public Rotate {
        Augmentation.require(degrees >= 0 && degrees <= 180, "rotations lie between 0 and 180 degrees");
    }

    @Override
    public Change draw(Change change, SeededRandom random) {
        return change.withTurn(random.between(-degrees, degrees));
    }
}
