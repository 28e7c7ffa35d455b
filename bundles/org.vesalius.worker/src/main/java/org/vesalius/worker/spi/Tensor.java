// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.spi;

import java.util.Arrays;
import org.vesalius.dataset.number.NumberArray;

/**
 * A dense tensor of single precision, row-major. The arrays are not copied: whoever gets a tensor doesn't change it.
 *
 * @param shape sizes of the axes, the batch axis first
 * @param values the values; their number is the product of the sizes
 */
public record Tensor(int[] shape, float[] values) {
    /**
     * Checks that shape and values fit.
     *
     * @throws IllegalArgumentException if they don't
     */
    public Tensor {
        if (NumberArray.count(shape) != values.length) {
            throw new IllegalArgumentException(
                    "shape " + Arrays.toString(shape) + " does not hold " + values.length + " values");
        }
    }

    /** A tensor of zeros. */
    public static Tensor zeros(int... shape) {
        return new Tensor(shape, new float[Math.toIntExact(NumberArray.count(shape))]);
    }

    /** Size of the batch axis. */
    public int batch() {
        return shape[0];
    }

    /** Number of values of one sample. */
    public int sampleSize() {
        return shape[0] == 0 ? 0 : values.length / shape[0];
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Tensor tensor && Arrays.equals(shape, tensor.shape)
                && Arrays.equals(values, tensor.values);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(shape) + Arrays.hashCode(values);
    }

    @Override
    public String toString() {
        return "Tensor" + Arrays.toString(shape);
    }
}
