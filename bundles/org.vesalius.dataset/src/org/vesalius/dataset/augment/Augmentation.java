// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset.augment;

import org.vesalius.dataset.random.SeededRandom;

/** One way in which images are changed at random. All of an image's changes are made in one resampling. */
public sealed interface Augmentation {

    /**
     * Draws this change for one image. Each kind draws the same number of random numbers whatever comes out, so that
     * changing the strength of one doesn't change the others.
     *
     * @param change what was drawn so far
     * @param random the image's random numbers
     * @return what was drawn so far and this
     */
    Change draw(Change change, SeededRandom random);

    /** Complains about a setting that is out of bounds. */
    static void require(boolean holds, String rule) {
        if (!holds) {
            throw new IllegalArgumentException(rule);
        }
    }

    /**
     * Mirrors images. Mirroring left and right makes hearts lie on the wrong side: leave it out where that matters.
     *
     * @param horizontal probability that left and right change places, 0…1
     * @param vertical probability that top and bottom change places, 0…1
     */
    record Flip(double horizontal, double vertical) implements Augmentation {

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

    /**
     * Moves images by up to a fraction of their size, either way, evenly distributed.
     *
     * @param x largest fraction of the width, 0…1
     * @param y largest fraction of the height, 0…1
     */
    record Shift(double x, double y) implements Augmentation {

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

    /**
     * Turns images about their middle, either way, evenly distributed.
     *
     * @param degrees largest angle, 0…180
     */
    record Rotate(double degrees) implements Augmentation {

        /** Checks the bounds. */
        public Rotate {
            Augmentation.require(degrees >= 0 && degrees <= 180, "rotations lie between 0 and 180 degrees");
        }

        @Override
        public Change draw(Change change, SeededRandom random) {
            return change.withTurn(random.between(-degrees, degrees));
        }
    }

    /**
     * Makes images larger or smaller about their middle, evenly distributed.
     *
     * @param fraction how much larger or smaller at most, 0 to below 1: 0.1 means 0.9 to 1.1 times the size
     */
    record Zoom(double fraction) implements Augmentation {

        /** Checks the bounds. */
        public Zoom {
            Augmentation.require(fraction >= 0 && fraction < 1, "zoom fractions lie between 0 and below 1");
        }

        @Override
        public Change draw(Change change, SeededRandom random) {
            return change.withZoom(1 + random.between(-fraction, fraction));
        }
    }

    /**
     * Makes images brighter or darker by multiplying all values, evenly distributed. Values are not cut off above.
     *
     * @param fraction how much brighter or darker at most, 0…1: 0.2 means 0.8 to 1.2 times the values
     */
    record Brightness(double fraction) implements Augmentation {

        /** Checks the bounds. */
        public Brightness {
            Augmentation.require(fraction >= 0 && fraction <= 1, "brightness fractions lie between 0 and 1");
        }

        @Override
        public Change draw(Change change, SeededRandom random) {
            return change.withBrightness(1 + random.between(-fraction, fraction));
        }
    }
}
