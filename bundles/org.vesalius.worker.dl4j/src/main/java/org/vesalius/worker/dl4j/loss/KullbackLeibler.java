// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.dl4j.loss;

/** y ln(y/p), summed over the categories; 0 where y is 0. */
record KullbackLeibler() implements PointLoss {

    @Override
    public boolean mean() {
        return false;
    }

    @Override
    public double value(double output, double target) {
        return target == 0 ? 0 : target * (StrictMath.log(target) - StrictMath.log(Probability.clipped(output)));
    }

    @Override
    public double derivative(double output, double target) {
        return -target / Probability.clipped(output);
    }
}
