// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset.augment;

import org.vesalius.dataset.random.SeededRandom;

/**
 * Makes pictures larger or smaller about their middle, evenly distributed.
 *
 * @param fraction how much larger or smaller at most, 0 to below 1: 0.1 means 0.9 to 1.1 times the size
 */
public record Zoom(double fraction) implements Augmentation {

    /** Checks the bounds. */
    public Zoom {
        Augmentation.require(fraction >= 0 && fraction < 1, "zoom fractions lie between 0 and below 1");
    }

    @Override
    public Change draw(Change change, SeededRandom random) {
        return change.withZoom(1 + random.between(-fraction, fraction));
    }
}
