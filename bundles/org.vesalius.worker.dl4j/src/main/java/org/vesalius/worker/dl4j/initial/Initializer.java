// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.dl4j.initial;

import java.util.SplittableRandom;

/** Draws the first values of one parameter array. */
@FunctionalInterface
public interface Initializer {

    /**
     * @param shape sizes of the parameter's axes as DL4J keeps it
     * @param random source of randomness, its own for each parameter
     * @return the values in row-major order, as many as the product of the sizes
     */
    double[] values(long[] shape, SplittableRandom random);

    /** Number of values of a shape. */
    static int count(long[] shape) {
        long product = 1;
        for (long size : shape) {
            product = Math.multiplyExact(product, size);
        }
        return Math.toIntExact(product);
    }
}
