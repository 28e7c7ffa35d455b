// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.dl4j.loss;

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
