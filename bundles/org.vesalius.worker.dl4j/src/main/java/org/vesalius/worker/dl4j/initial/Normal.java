// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.dl4j.initial;

import java.util.SplittableRandom;

/**
 * Normal deviates of mean 0.
 *
 * @param deviation their standard deviation
 */
public record Normal(double deviation) implements Initializer {

    @Override
    public double[] values(long[] shape, SplittableRandom random) {
        double[] values = new double[Initializer.count(shape)];
        for (int i = 0; i < values.length; i++) {
            values[i] = deviation * standard(random);
        }
        return values;
    }

    /** A normal deviate of mean 0 and variance 1, by Box and Muller. */
    static double standard(SplittableRandom random) {
        // 1 - u keeps the logarithm's argument above 0.
        double radius = StrictMath.sqrt(-2 * StrictMath.log(1 - random.nextDouble()));
        return radius * StrictMath.cos(2 * Math.PI * random.nextDouble());
    }
}
