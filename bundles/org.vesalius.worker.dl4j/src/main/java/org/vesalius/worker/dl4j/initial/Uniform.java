// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.dl4j.initial;

import java.util.SplittableRandom;

/**
 * Uniform in [−limit, limit).
 *
 * @param limit half the width of the interval
 */
public record Uniform(double limit) implements Initializer {

    private static final double EMBEDDING_LIMIT = 0.05;

    /**
     * Glorot's rule, Keras's default for kernels: the limit is √(6 / (fanIn + fanOut)). Source: Glorot and Bengio,
     * AISTATS 2010, equation 16.
     *
     * @param fanIn numbers that flow into one unit
     * @param fanOut numbers that one input flows into
     */
    public static Uniform glorot(long fanIn, long fanOut) {
        return new Uniform(StrictMath.sqrt(6.0 / (fanIn + fanOut)));
    }

    /**
     * PyTorch's default for the kernels of dense layers: the limit is 1 / √fanIn. Behind a Flatten, where tens of
     * thousands of numbers flow into a unit, Glorot's limit lets the first steps of training overshoot.
     * Source: LeCun et al., Efficient BackProp, 1998, section 4.6.
     *
     * @param fanIn numbers that flow into one unit
     */
    public static Uniform fanIn(long fanIn) {
        return new Uniform(1 / StrictMath.sqrt(fanIn));
    }

    /** Keras's default for the vectors of an embedding, [−0.05, 0.05). */
    public static Uniform embedding() {
        return new Uniform(EMBEDDING_LIMIT);
    }

    @Override
    public double[] values(long[] shape, SplittableRandom random) {
        double[] values = new double[Initializer.count(shape)];
        for (int i = 0; i < values.length; i++) {
            values[i] = (2 * random.nextDouble() - 1) * limit;
        }
        return values;
    }
}
