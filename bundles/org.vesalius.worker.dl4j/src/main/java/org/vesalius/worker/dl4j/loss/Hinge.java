// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.dl4j.loss;

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
