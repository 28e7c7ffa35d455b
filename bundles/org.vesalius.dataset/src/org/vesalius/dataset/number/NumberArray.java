// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset.number;

import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * An array of numbers in single precision, row-major (the last axis varies fastest). The arrays are not copied: whoever
 * gets one doesn't change it.
 *
 * @param shape sizes of the axes; empty for a single number
 * @param values the numbers; as many as the product of the sizes
 */
public record NumberArray(int[] shape, float[] values) {
    /**
     * Checks that shape and values fit.
     *
     * @throws IllegalArgumentException if they don't
     */
    public NumberArray {
        if (count(shape) != values.length) {
            throw new IllegalArgumentException("a shape of " + display(shape) + " does not hold " + values.length + " numbers");
        }
    }

    /** How many numbers an array of this shape has. */
    public static long count(int[] shape) {
        long count = 1;
        for (int size : shape) {
            count = Math.multiplyExact(count, size);
        }
        return count;
    }

    /** The shape for people: {@code 10×128×128×3}. */
    public String display() {
        return display(shape);
    }

    private static String display(int[] shape) {
        return shape.length == 0 ? "one number"
                : Arrays.stream(shape).mapToObj(Integer::toString).collect(Collectors.joining("×"));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof NumberArray that && Arrays.equals(shape, that.shape)
                && Arrays.equals(values, that.values);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(shape) + Arrays.hashCode(values);
    }

    @Override
    public String toString() {
        return "NumberArray[" + display() + "]";
    }
}
