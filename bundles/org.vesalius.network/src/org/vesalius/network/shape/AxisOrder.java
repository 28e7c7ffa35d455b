// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.shape;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The axes of an array in another order, counted from 1 as in Keras; its text is {@code 2,1}.
 *
 * @param axes for each new axis the old one, counted from 1; each of 1…n once
 */
public record AxisOrder(List<Integer> axes) {
    private static final Pattern SEPARATOR = Pattern.compile("\\s*[,x×\\s]\\s*");

    /** @throws IllegalArgumentException with a message for the user if an axis is missing or comes twice */
    public AxisOrder {
        axes = List.copyOf(axes);
        if (axes.isEmpty() || axes.size() > Shape.MAX_RANK || !isPermutation(axes)) {
            throw new IllegalArgumentException("An order of axes names each axis once, counted from 1, as in 2,1.");
        }
    }

    /**
     * Reads {@code 2,1}.
     *
     * @throws IllegalArgumentException with a message for the user if the text is no order
     */
    public static AxisOrder valueOf(String text) {
        try {
            return new AxisOrder(SEPARATOR.splitAsStream(text.strip()).map(Integer::valueOf).toList());
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(
                    "'" + text + "' is not an order of axes; count them from 1, as in 2,1.", e);
        }
    }

    @Override
    public String toString() {
        return axes.stream().map(String::valueOf).collect(Collectors.joining(","));
    }

    private static boolean isPermutation(List<Integer> axes) {
        return axes.stream().distinct().count() == axes.size()
                && axes.stream().allMatch(axis -> axis >= 1 && axis <= axes.size());
    }
}
