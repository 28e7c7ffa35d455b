// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.shape;

import java.util.regex.Pattern;

/**
 * One axis of an array.
 *
 * @param name what runs along it: {@code height}, {@code time}, {@code features}…; letters, digits, - and _
 * @param size number of steps, at least 1, or {@link #UNKNOWN}
 */
public record Axis(String name, int size) {
    /** The size of an axis whose length is not known before data comes in. */
    public static final int UNKNOWN = -1;

    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_-]{0,63}");

    /** @throws IllegalArgumentException if the name is no name or the size is neither positive nor unknown */
    public Axis {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("'" + name + "' is not the name of an axis; use letters and digits.");
        }
        if (size < 1 && size != UNKNOWN) {
            throw new IllegalArgumentException("The axis '" + name + "' has the size " + size
                    + "; give it at least 1, or ? while it is not known.");
        }
    }

    /** Whether the size is known. */
    public boolean known() {
        return size != UNKNOWN;
    }

    /** The same axis with another size. */
    public Axis withSize(int newSize) {
        return new Axis(name, newSize);
    }

    /** For people: the size, or ? where it is unknown. */
    public String display() {
        return known() ? Integer.toString(size) : "?";
    }

    @Override
    public String toString() {
        return name + ":" + display();
    }
}
