// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset.augment;

import org.vesalius.dataset.random.SeededRandom;

/**
 * Mirrors pictures. Mirroring left and right makes hearts lie on the wrong side: leave it out where that matters.
 *
 * @param horizontal probability that left and right change places, 0…1
 * @param vertical probability that top and bottom change places, 0…1
 */
public record Flip(double horizontal, double vertical) implements Augmentation {

    /** Checks the bounds. */
    public Flip {
        Augmentation.require(horizontal >= 0 && horizontal <= 1 && vertical >= 0 && vertical <= 1,
                "probabilities of flips lie between 0 and 1");
    }

    @Override
    public Change draw(Change change, SeededRandom random) {
        boolean left = random.chance(horizontal);
        boolean top = random.chance(vertical);
        return change.withFlip(left, top);
    }
}
