// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.exchange.onnx.graph;

import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.vesalius.network.weights.WeightTensor;

/**
 * An array of numbers in an ONNX graph. The array is not copied and nobody writes into it.
 *
 * @param dims sizes of its axes; empty for a single number
 * @param values the numbers, the last axis running fastest; whole numbers up to 2^53 are kept exactly
 * @param whole whether they are whole numbers by type
 */
public record ForeignArray(List<Integer> dims, Numbers values, boolean whole) implements Value {
    public ForeignArray {
        dims = List.copyOf(dims);
        if (WeightTensor.elements(dims) != values.size()) {
            throw new IllegalArgumentException("an array " + dims + " does not hold " + values.size() + " numbers");
        }
    }

    /** A row of whole numbers. */
    public static ForeignArray ofLongs(List<Long> numbers) {
        return new ForeignArray(List.of(numbers.size()), Numbers.of(numbers.stream().mapToLong(n -> n).toArray()), true);
    }

    /** An array of numbers that are computed one by one. */
    public static ForeignArray computed(List<Integer> dims, int size, boolean whole, IntToDoubleFunction numbers) {
        if (whole) {
            return new ForeignArray(dims, Numbers.of(IntStream.range(0, size)
                    .mapToLong(i -> (long) numbers.applyAsDouble(i)).toArray()), true);
        }
        float[] values = new float[size];
        for (int i = 0; i < size; i++) {
            values[i] = (float) numbers.applyAsDouble(i);
        }
        return new ForeignArray(dims, Numbers.of(values), false);
    }

    public int size() {
        return values.size();
    }

    public float[] floats() {
        return values.floats();
    }

    /** The numbers as whole numbers. */
    public List<Long> longs() {
        return values.longs();
    }

    /** The only number. */
    public double single() {
        return values.get(0);
    }

    public WeightTensor tensor() {
        return new WeightTensor(dims, floats());
    }

    public ForeignArray reshaped(List<Integer> newDims) {
        return new ForeignArray(newDims, values, whole);
    }

    /** Whether every number is this one. */
    public boolean isAll(double number) {
        for (int i = 0; i < size(); i++) {
            if (values.get(i) != number) {
                return false;
            }
        }
        return true;
    }
}
