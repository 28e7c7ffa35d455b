// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.layer;

/**
 * How many inputs a layer takes.
 *
 * @param min the fewest
 * @param max the most
 */
public record InputCount(int min, int max) {
    /** Takes no input: where data enters. */
    public static InputCount none() {
        return new InputCount(0, 0);
    }

    /** Takes exactly one input. */
    public static InputCount one() {
        return new InputCount(1, 1);
    }

    /** Takes this many inputs or more. */
    public static InputCount atLeast(int min) {
        return new InputCount(min, Integer.MAX_VALUE);
    }

    /** For people: {@code no input}, {@code one input}, {@code 2 inputs or more}. */
    public String display() {
        if (max == 0) {
            return "no input";
        }
        if (min == max) {
            return min == 1 ? "one input" : min + " inputs";
        }
        return max == Integer.MAX_VALUE ? min + " inputs or more" : min + " to " + max + " inputs";
    }
}
