// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.dl4j.loss;

/** Losses of rows, with what the activation function before them makes of their derivatives. */
final class RowLosses {
    private RowLosses() {
    }

    /**
     * Any loss behind any activation, by the chain rule.
     *
     * @param activation from the numbers to the outputs
     * @param loss of the outputs
     */
    record ComposedLoss(RowActivation activation, PointLoss loss) implements RowLoss {

        @Override
        public boolean mean() {
            return loss.mean();
        }

        @Override
        public double evaluate(double[] before, double[] target, double[] weights, double[] output, double[] gradient) {
            activation.apply(before, output);
            double sum = 0;
            for (int i = 0; i < output.length; i++) {
                double share = weights[i] * (loss.mean() ? 1.0 / output.length : 1);
                sum += share * loss.value(output[i], target[i]);
                gradient[i] = share * loss.derivative(output[i], target[i]);
            }
            activation.backward(output, gradient);
            return sum;
        }
    }

    /**
     * Binary cross-entropy of sigmoid outputs from their logits.
     *
     * @param mean whether a row counts by its mean; otherwise by its sum
     */
    record SigmoidCrossEntropy(boolean mean) implements RowLoss {

        @Override
        public double evaluate(double[] before, double[] target, double[] weights, double[] output, double[] gradient) {
            int divisor = mean ? before.length : 1;
            double sum = 0;
            for (int i = 0; i < before.length; i++) {
                double logit = before[i];
                // -y log s(x) - (1-y) log(1-s(x)), written so that no exponential overflows and no logarithm sees 0
                sum += weights[i] * (Math.max(logit, 0) - logit * target[i]
                        + StrictMath.log1p(StrictMath.exp(-Math.abs(logit))));
                output[i] = RowActivation.sigmoid(logit);
                gradient[i] = weights[i] * (output[i] - target[i]) / divisor;
            }
            return sum / divisor;
        }
    }

    /** Categorical cross-entropy of softmax outputs from their logits, summed over the categories. */
    record SoftmaxCrossEntropy() implements RowLoss {

        @Override
        public boolean mean() {
            return false;
        }

        @Override
        public double evaluate(double[] before, double[] target, double[] weights, double[] output, double[] gradient) {
            double logSum = RowActivation.softmax(before, output);
            double loss = 0;
            double all = 0;
            for (int i = 0; i < before.length; i++) {
                double share = weights[i] * target[i];
                loss -= share * (before[i] - logSum);
                all += share;
            }
            for (int i = 0; i < before.length; i++) {
                gradient[i] = output[i] * all - weights[i] * target[i];
            }
            return loss;
        }
    }

    /**
     * Kullback-Leibler divergence of softmax outputs from their logits: the cross-entropy less the entropy of the truth,
     * which does not depend on the outputs.
     *
     * @param crossEntropy gives the gradient, too
     */
    record SoftmaxKullbackLeibler(SoftmaxCrossEntropy crossEntropy) implements RowLoss {

        @Override
        public boolean mean() {
            return false;
        }

        @Override
        public double evaluate(double[] before, double[] target, double[] weights, double[] output, double[] gradient) {
            double loss = crossEntropy.evaluate(before, target, weights, output, gradient);
            for (int i = 0; i < target.length; i++) {
                loss += target[i] == 0 ? 0 : weights[i] * target[i] * StrictMath.log(target[i]);
            }
            return loss;
        }
    }
}
