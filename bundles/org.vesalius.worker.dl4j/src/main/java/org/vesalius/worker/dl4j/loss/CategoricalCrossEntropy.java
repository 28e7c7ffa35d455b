// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.dl4j.loss;

/** −y ln p, summed over the categories. */
record CategoricalCrossEntropy() implements PointLoss {

    @Override
    public boolean mean() {
        return false;
    }

    @Override
    public double value(double output, double target) {
        return -target * StrictMath.log(Probability.clipped(output));
    }

    @Override
    public double derivative(double output, double target) {
        return -target / Probability.clipped(output);
    }
}
