// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.dl4j.loss;

import java.util.Arrays;

/**
 * 1 − (2 Σ y p + 1) / (Σ y + Σ p + 1) over all places of a sample. Source: Milletari et al., arXiv:1606.04797; the ones
 * keep the loss of an empty truth defined.
 *
 * @param activation from the numbers to the outputs
 * @param columns numbers in a row, over which the activation runs
 */
record Dice(RowActivation activation, int columns) implements SampleLoss {

    @Override
    public double evaluate(double[] before, double[] target, double[] output, double[] gradient) {
        activate(before, output);
        double both = 1;
        double all = 1;
        for (int i = 0; i < output.length; i++) {
            both += 2 * target[i] * output[i];
            all += target[i] + output[i];
        }
        for (int i = 0; i < output.length; i++) {
            gradient[i] = (both / all - 2 * target[i]) / all;
        }
        backward(output, gradient);
        return 1 - both / all;
    }

    private void activate(double[] before, double[] output) {
        double[] row = new double[columns];
        for (int start = 0; start < before.length; start += columns) {
            activation.apply(Arrays.copyOfRange(before, start, start + columns), row);
            System.arraycopy(row, 0, output, start, columns);
        }
    }

    private void backward(double[] output, double[] gradient) {
        for (int start = 0; start < output.length; start += columns) {
            double[] row = Arrays.copyOfRange(gradient, start, start + columns);
            activation.backward(Arrays.copyOfRange(output, start, start + columns), row);
            System.arraycopy(row, 0, gradient, start, columns);
        }
    }
}
