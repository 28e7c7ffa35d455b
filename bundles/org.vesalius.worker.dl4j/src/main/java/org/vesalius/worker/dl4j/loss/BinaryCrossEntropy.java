// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.dl4j.loss;

/** −y ln p − (1 − y) ln(1 − p). */
record BinaryCrossEntropy() implements PointLoss {

    @Override
    public double value(double output, double target) {
        double p = Probability.clipped(output);
        return -target * StrictMath.log(p) - (1 - target) * StrictMath.log(1 - p);
    }

    @Override
    public double derivative(double output, double target) {
        double p = Probability.clipped(output);
        return (p - target) / (p * (1 - p));
    }
}
