// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.dl4j.loss;

/** Losses of numbers between 0 and 1, kept off both as Keras does. */
final class ProbabilityLosses {
    /** How near to 0 and 1 a probability may come in a logarithm. */
    static final double EPSILON = 1e-7;

    private ProbabilityLosses() {
    }

    private static double clipped(double p) {
        return Math.min(Math.max(p, EPSILON), 1 - EPSILON);
    }

    /**
     * −y ln p − (1 − y) ln(1 − p).
     *
     * @param mean whether a row counts by its mean; otherwise by its sum
     */
    record BinaryCrossEntropy(boolean mean) implements PointLoss {

        @Override
        public double value(double output, double target) {
            double p = clipped(output);
            return -target * StrictMath.log(p) - (1 - target) * StrictMath.log(1 - p);
        }

        @Override
        public double derivative(double output, double target) {
            double p = clipped(output);
            return (p - target) / (p * (1 - p));
        }
    }

    /** −y ln p, summed over the categories. */
    record CategoricalCrossEntropy() implements PointLoss {

        @Override
        public boolean mean() {
            return false;
        }

        @Override
        public double value(double output, double target) {
            return -target * StrictMath.log(clipped(output));
        }

        @Override
        public double derivative(double output, double target) {
            return -target / clipped(output);
        }
    }

    /**
     * −α y (1 − p)^γ ln p − (1 − α)(1 − y) p^γ ln(1 − p). Source: Lin et al., arXiv:1708.02002.
     *
     * @param gamma γ, how much less easy cases count
     * @param alpha α, the weight of the positive cases
     */
    record Focal(double gamma, double alpha) implements PointLoss {

        @Override
        public double value(double output, double target) {
            double p = clipped(output);
            return alpha * target * weighted(p) + (1 - alpha) * (1 - target) * weighted(1 - p);
        }

        @Override
        public double derivative(double output, double target) {
            double p = clipped(output);
            return alpha * target * slope(p) - (1 - alpha) * (1 - target) * slope(1 - p);
        }

        /** −(1 − q)^γ ln q for the probability q of what is true. */
        private double weighted(double q) {
            return -StrictMath.pow(1 - q, gamma) * StrictMath.log(q);
        }

        /** The derivative of {@link #weighted} by q. */
        private double slope(double q) {
            double power = StrictMath.pow(1 - q, gamma);
            return gamma * power / (1 - q) * StrictMath.log(q) - power / q;
        }
    }

    /** y ln(y/p), summed over the categories; 0 where y is 0. */
    record KullbackLeibler() implements PointLoss {

        @Override
        public boolean mean() {
            return false;
        }

        @Override
        public double value(double output, double target) {
            return target == 0 ? 0 : target * (StrictMath.log(target) - StrictMath.log(clipped(output)));
        }

        @Override
        public double derivative(double output, double target) {
            return -target / clipped(output);
        }
    }
}
