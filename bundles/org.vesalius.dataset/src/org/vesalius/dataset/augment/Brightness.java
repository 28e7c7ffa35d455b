// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset.augment;

import org.vesalius.dataset.random.SeededRandom;

/**
 * Makes pictures brighter or darker by multiplying all values, evenly distributed. Values are not cut off above.
 *
 * @param fraction how much brighter or darker at most, 0…1: 0.2 means 0.8 to 1.2 times the values
 */
public record Brightness(double fraction) implements Augmentation {

    /** Checks the bounds. */
    public Brightness {
        Augmentation.require(fraction >= 0 && fraction <= 1, "brightness fractions lie between 0 and 1");
    }

    @Override
    public Change draw(Change change, SeededRandom random) {
        return change.withBrightness(1 + random.between(-fraction, fraction));
    }
}
