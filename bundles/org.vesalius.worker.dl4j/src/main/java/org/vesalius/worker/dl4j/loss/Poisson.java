// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.dl4j.loss;

/** p − y ln p, with 10⁻⁷ added to p in the logarithm as in Keras; not a number for negative p. */
record Poisson() implements PointLoss {

    @Override
    public double value(double output, double target) {
        return output - target * StrictMath.log(output + Probability.EPSILON);
    }

    @Override
    public double derivative(double output, double target) {
        return 1 - target / (output + Probability.EPSILON);
    }
}
