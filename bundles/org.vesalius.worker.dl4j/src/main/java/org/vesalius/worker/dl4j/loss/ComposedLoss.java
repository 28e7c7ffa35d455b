// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.dl4j.loss;

/**
 * Any loss behind any activation, by the chain rule.
 *
 * @param activation from the numbers to the outputs
 * @param loss of the outputs
 */
record ComposedLoss(RowActivation activation, PointLoss loss) implements RowLoss {

    @Override
    public double evaluate(double[] before, double[] target, double[] output, double[] gradient) {
        activation.apply(before, output);
        double sum = 0;
        for (int i = 0; i < output.length; i++) {
            double share = loss.mean() ? 1.0 / output.length : 1;
            sum += share * loss.value(output[i], target[i]);
            gradient[i] = share * loss.derivative(output[i], target[i]);
        }
        activation.backward(output, gradient);
        return sum;
    }
}
