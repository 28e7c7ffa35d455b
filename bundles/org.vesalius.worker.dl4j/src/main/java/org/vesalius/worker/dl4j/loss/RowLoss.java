// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.dl4j.loss;

import org.vesalius.network.ActivationFunction;
import org.vesalius.network.Loss;
import org.vesalius.network.Output;

/** The loss of one row of numbers: of one sample, or of one time step or pixel of it. Stateless. */
public interface RowLoss {

    /**
     * Computes all that training needs of a row.
     *
     * @param before numbers before the last activation
     * @param target what they should become, as many
     * @param weights factor on the loss of each number, as many; 0 leaves a number out
     * @param output receives the numbers after the activation
     * @param gradient receives the derivative of the loss by {@code before}
     * @return the loss
     */
    double evaluate(double[] before, double[] target, double[] weights, double[] output, double[] gradient);

    /** Whether a row counts by the mean of its numbers; otherwise by their sum. */
    boolean mean();

    /**
     * The loss that an Output asks for, with the activation in front of it. Cross-entropy and Kullback-Leibler behind
     * their own activation (sigmoid or softmax) are computed from the logits and are exact for any size of number; behind
     * another function, probabilities are kept 10⁻⁷ away from 0 and 1, as in Keras.
     *
     * @param layer kind and constants of the loss: categorical cross-entropy, Kullback-Leibler and hazards are sums over
     *        the row, the others means
     * @param activation the function between the numbers and the loss
     */
    static RowLoss of(Output layer, ActivationFunction activation) {
        boolean softmax = activation == ActivationFunction.SOFTMAX;
        if (layer.getLoss() == Loss.BINARY_CROSS_ENTROPY && activation == ActivationFunction.SIGMOID) {
            return new RowLosses.SigmoidCrossEntropy(true);
        }
        if (layer.getLoss() == Loss.DISCRETE_HAZARDS && activation == ActivationFunction.SIGMOID) {
            return new RowLosses.SigmoidCrossEntropy(false);
        }
        if (layer.getLoss() == Loss.CATEGORICAL_CROSS_ENTROPY && softmax) {
            return new RowLosses.SoftmaxCrossEntropy();
        }
        if (layer.getLoss() == Loss.KULLBACK_LEIBLER && softmax) {
            return new RowLosses.SoftmaxKullbackLeibler(new RowLosses.SoftmaxCrossEntropy());
        }
        return new RowLosses.ComposedLoss(RowActivation.of(activation), PointLoss.of(layer));
    }
}
