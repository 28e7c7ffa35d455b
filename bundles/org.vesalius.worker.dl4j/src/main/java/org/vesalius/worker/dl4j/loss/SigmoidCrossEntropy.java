// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.dl4j.loss;

/** Binary cross-entropy of sigmoid outputs from their logits, mean over the row. */
record SigmoidCrossEntropy() implements RowLoss {

    @Override
    public double evaluate(double[] before, double[] target, double[] output, double[] gradient) {
        double sum = 0;
        for (int i = 0; i < before.length; i++) {
            double logit = before[i];
            // -y log s(x) - (1-y) log(1-s(x)), written so that no exponential overflows and no logarithm sees 0
            sum += Math.max(logit, 0) - logit * target[i] + StrictMath.log1p(StrictMath.exp(-Math.abs(logit)));
            output[i] = RowActivation.sigmoid(logit);
            gradient[i] = (output[i] - target[i]) / before.length;
        }
        return sum / before.length;
    }
}
