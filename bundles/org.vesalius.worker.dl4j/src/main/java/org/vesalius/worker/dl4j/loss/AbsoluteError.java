// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.dl4j.loss;

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
