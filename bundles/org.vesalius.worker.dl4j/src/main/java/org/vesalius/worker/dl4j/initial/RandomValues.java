// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.dl4j.initial;

import java.util.SplittableRandom;

/** Values that parameters start with by chance, each by itself. */
public final class RandomValues {
    private RandomValues() {
    }

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
}
