// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.dl4j.loss;

import org.vesalius.network.ActivationFunction;
import org.vesalius.network.Loss;

/** The loss of one row of numbers: of one sample, or of one time step or pixel of it. Stateless. */
public interface RowLoss {

    /**
     * Computes all that training needs of a row.
     *
     * @param before numbers before the last activation
     * @param target what they should become, as many
     * @param output receives the numbers after the activation
     * @param gradient receives the derivative of the loss by {@code before}
     * @return the loss
     */
    double evaluate(double[] before, double[] target, double[] output, double[] gradient);

    /**
     * The loss with the activation in front of it. Cross-entropy behind its own activation (sigmoid or softmax) is
     * computed from the logits and is exact for any size of number; behind another function, probabilities are kept
     * 10⁻⁷ away from 0 and 1, as in Keras.
     *
     * @param loss mean squared error and binary cross-entropy are means over the row, categorical cross-entropy is a sum
     * @param activation the function between the numbers and the loss
     */
    static RowLoss of(Loss loss, ActivationFunction activation) {
        if (loss == Loss.BINARY_CROSS_ENTROPY && activation == ActivationFunction.SIGMOID) {
            return new SigmoidCrossEntropy();
        }
        if (loss == Loss.CATEGORICAL_CROSS_ENTROPY && activation == ActivationFunction.SOFTMAX) {
            return new SoftmaxCrossEntropy();
        }
        return new ComposedLoss(RowActivation.of(activation), PointLoss.of(loss));
    }
}
