// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.dl4j.loss;

/**
 * Kullback-Leibler divergence of softmax outputs from their logits: the cross-entropy less the entropy of the truth,
 * which does not depend on the outputs.
 *
 * @param crossEntropy gives the gradient, too
 */
record SoftmaxKullbackLeibler(SoftmaxCrossEntropy crossEntropy) implements RowLoss {

    @Override
    public double evaluate(double[] before, double[] target, double[] output, double[] gradient) {
        double loss = crossEntropy.evaluate(before, target, output, gradient);
        for (double share : target) {
            loss += share == 0 ? 0 : share * StrictMath.log(share);
        }
        return loss;
    }
}
