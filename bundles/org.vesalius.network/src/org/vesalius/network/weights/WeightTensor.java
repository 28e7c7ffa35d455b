// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.weights;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.vesalius.network.shape.Saturated;

/**
 * The numbers of one weight.
 *
 * <p>The array is not copied, so that large networks are held once: who makes a tensor gives the array away, and nobody
 * writes into it.
 *
 * @param shape sizes of the axes, outermost first; empty for a single number
 * @param values the numbers, the last axis running fastest
 */
public record WeightTensor(List<Integer> shape, float[] values) {
    /** @throws IllegalArgumentException if a size is negative or there are more or fewer numbers than the shape says */
    public WeightTensor {
        shape = List.copyOf(shape);
        Objects.requireNonNull(values, "values");
        if (elements(shape) != values.length) {
            throw new IllegalArgumentException("A weight of the shape " + shape + " has " + elements(shape)
                    + " numbers, not " + values.length + ".");
        }
    }

    /** A tensor of the given shape. */
    public static WeightTensor of(float[] values, Integer... shape) {
        return new WeightTensor(List.of(shape), values);
    }

    /**
     * How many numbers a shape holds, at most {@link Long#MAX_VALUE}; 1 for the empty shape.
     *
     * @throws IllegalArgumentException if a size is negative
     */
    public static long elements(List<Integer> shape) {
        long product = 1;
        for (int size : shape) {
            if (size < 0) {
                throw new IllegalArgumentException("A weight can't have the shape " + shape + ".");
            }
            product = Saturated.times(product, size);
        }
        return product;
    }

    /** Number of axes. */
    public int rank() {
        return shape.size();
    }

    /** The same numbers in the same order under other axes. */
    public WeightTensor reshaped(List<Integer> newShape) {
        return new WeightTensor(newShape, values);
    }

    /** Whether shape and every bit of every number are the same; all NaN count as equal. */
    @Override
    public boolean equals(Object other) {
        return other instanceof WeightTensor tensor && shape.equals(tensor.shape)
                && Arrays.equals(values, tensor.values);
    }

    @Override
    public int hashCode() {
        return 31 * shape.hashCode() + Arrays.hashCode(values);
    }

    /** The shape only: the numbers may be millions. */
    @Override
    public String toString() {
        return "WeightTensor" + shape;
    }
}
