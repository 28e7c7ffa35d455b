// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.dl4j.loss;

/**
 * −α y (1 − p)^γ ln p − (1 − α)(1 − y) p^γ ln(1 − p). Source: Lin et al., arXiv:1708.02002.
 *
 * @param gamma γ, how much less easy cases count
 * @param alpha α, the weight of the positive cases
 */
record Focal(double gamma, double alpha) implements PointLoss {

    @Override
    public double value(double output, double target) {
        double p = Probability.clipped(output);
        return alpha * target * weighted(p) + (1 - alpha) * (1 - target) * weighted(1 - p);
    }

    @Override
    public double derivative(double output, double target) {
        double p = Probability.clipped(output);
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
