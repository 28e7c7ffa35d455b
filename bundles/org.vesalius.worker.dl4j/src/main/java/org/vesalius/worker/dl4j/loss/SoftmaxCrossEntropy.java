// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.dl4j.loss;

/** Categorical cross-entropy of softmax outputs from their logits, summed over the categories. */
record SoftmaxCrossEntropy() implements RowLoss {

    @Override
    public double evaluate(double[] before, double[] target, double[] output, double[] gradient) {
        double logSum = RowActivation.softmax(before, output);
        double loss = 0;
        double weight = 0;
        for (int i = 0; i < before.length; i++) {
            loss -= target[i] * (before[i] - logSum);
            weight += target[i];
        }
        for (int i = 0; i < before.length; i++) {
            gradient[i] = output[i] * weight - target[i];
        }
        return loss;
    }
}
