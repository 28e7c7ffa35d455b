// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.dl4j.initial;

import java.util.SplittableRandom;

/**
 * Normal deviates of mean 0 of which those beyond two standard deviations are drawn again; what is left is widened so
 * that it has the variance asked for, as in Keras.
 *
 * @param variance variance of the numbers drawn
 */
public record TruncatedNormal(double variance) implements Initializer {

    private static final double BOUND = 2;
    /** Standard deviation of a standard normal distribution that is cut off at ±2. */
    private static final double DEVIATION_LEFT = 0.87962566103423978;

    @Override
    public double[] values(long[] shape, SplittableRandom random) {
        double deviation = StrictMath.sqrt(variance) / DEVIATION_LEFT;
        double[] values = new double[Initializer.count(shape)];
        for (int i = 0; i < values.length; i++) {
            double draw = Normal.standard(random);
            while (Math.abs(draw) > BOUND) {
                draw = Normal.standard(random);
            }
            values[i] = deviation * draw;
        }
        return values;
    }
}
