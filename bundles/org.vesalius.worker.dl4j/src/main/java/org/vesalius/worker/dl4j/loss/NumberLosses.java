// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.dl4j.loss;

/** Losses of numbers that may be any. */
final class NumberLosses {
    private NumberLosses() {
    }

    /** (p − y)². */
    record SquaredError() implements PointLoss {

        @Override
        public double value(double output, double target) {
            return (output - target) * (output - target);
        }

        @Override
        public double derivative(double output, double target) {
            return 2 * (output - target);
        }
    }

    /** |p − y|; where both are equal its derivative is taken as 0. */
    record AbsoluteError() implements PointLoss {

        @Override
        public double value(double output, double target) {
            return Math.abs(output - target);
        }

        @Override
        public double derivative(double output, double target) {
            return Math.signum(output - target);
        }
    }

    /**
     * (p − y)²/2 up to a distance δ, δ·(|p − y| − δ/2) beyond. Source: Huber 1964.
     *
     * @param delta δ
     */
    record Huber(double delta) implements PointLoss {

        @Override
        public double value(double output, double target) {
            double distance = Math.abs(output - target);
            return distance <= delta ? distance * distance / 2 : delta * (distance - delta / 2);
        }

        @Override
        public double derivative(double output, double target) {
            return Math.max(-delta, Math.min(delta, output - target));
        }
    }

    /** max(0, 1 − y p), where a truth of 0 counts as −1. */
    record Hinge() implements PointLoss {

        @Override
        public double value(double output, double target) {
            return Math.max(0, 1 - side(target) * output);
        }

        @Override
        public double derivative(double output, double target) {
            return side(target) * output < 1 ? -side(target) : 0;
        }

        private static double side(double target) {
            return target == 0 ? -1 : target;
        }
    }

    /** p − y ln p, with 10⁻⁷ added to p in the logarithm as in Keras; not a number for negative p. */
    record Poisson() implements PointLoss {

        @Override
        public double value(double output, double target) {
            return output - target * StrictMath.log(output + ProbabilityLosses.EPSILON);
        }

        @Override
        public double derivative(double output, double target) {
            return 1 - target / (output + ProbabilityLosses.EPSILON);
        }
    }
}
