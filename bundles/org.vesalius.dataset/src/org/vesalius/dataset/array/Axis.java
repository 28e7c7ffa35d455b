// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset.array;

import java.util.Objects;

/**
 * One axis of an array.
 *
 * @param name what it runs along: one of the constants of this class, or any other word
 * @param size how many places it has, at least 1
 * @param step the distance of two places: in millimetres along {@link #X}, {@link #Y} and {@link #Z}, in seconds along
 *        {@link #TIME}; 0 where it isn't known or there is none
 */
public record Axis(String name, int size, double step) {
    /** Along the columns of a picture; in a volume from the patient's left to right. */
    public static final String X = "x";
    /** Along the rows of a picture; in a volume from back to front. */
    public static final String Y = "y";
    /** Along the slices of a volume, from below to above. */
    public static final String Z = "z";
    /** From the first measurement to the last. */
    public static final String TIME = "time";
    /** Along the colours of a pixel, the leads of a recording, the sequences of a scan. */
    public static final String CHANNEL = "channel";

    /**
     * Checks.
     *
     * @throws IllegalArgumentException if there is no name or place, or the step is negative or no number
     */
    public Axis {
        Objects.requireNonNull(name, "name");
        if (name.isBlank() || size < 1) {
            throw new IllegalArgumentException("no axis '" + name + "' has " + size + " places");
        }
        if (!Double.isFinite(step) || step < 0) {
            throw new IllegalArgumentException("no axis has steps of " + step);
        }
    }

    /** An axis whose step isn't known. */
    public static Axis of(String name, int size) {
        return new Axis(name, size, 0);
    }

    /** Whether it runs through space. */
    public boolean spatial() {
        return name.equals(X) || name.equals(Y) || name.equals(Z);
    }

    /** The same axis with another number of places and another step. */
    public Axis resized(int newSize, double newStep) {
        return new Axis(name, newSize, newStep);
    }
}
