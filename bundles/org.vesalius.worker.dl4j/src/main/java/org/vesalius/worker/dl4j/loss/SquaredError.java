// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.dl4j.loss;

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
