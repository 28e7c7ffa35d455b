// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset.augment;

import org.vesalius.dataset.random.SeededRandom;

/** One way in which pictures are changed at random. All of a picture's changes are made in one resampling. */
public sealed interface Augmentation permits Flip, Shift, Rotate, Zoom, Brightness {

    /**
     * Draws this change for one picture. Each kind draws the same number of random numbers whatever comes out, so that
     * changing the strength of one doesn't change the others.
     *
     * @param change what was drawn so far
     * @param random the picture's random numbers
     * @return what was drawn so far and this
     */
    Change draw(Change change, SeededRandom random);

    /** Complains about a setting that is out of bounds. */
    static void require(boolean holds, String rule) {
        if (!holds) {
            throw new IllegalArgumentException(rule);
        }
    }
}
