// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.dl4j.onednn;

import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.activations.impl.ActivationIdentity;
import org.nd4j.linalg.activations.impl.ActivationReLU;
import org.nd4j.linalg.activations.impl.ActivationSigmoid;
import org.nd4j.linalg.activations.impl.ActivationTanH;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.impl.scalar.RectifiedLinearDerivative;
import org.nd4j.linalg.factory.Nd4j;

/**
 * The derivative of an activation function, taken from its output instead of its input: a layer
 * that knows it need not keep, or compute again, what stood before the activation.
 */
interface OutputDerivative {

    /**
     * @param activations output of the activation function, c-contiguous; left unchanged
     * @param epsilon gradient of the loss with respect to that output, same shape; may be overwritten
     * @return gradient with respect to the input of the activation function
     */
    INDArray apply(INDArray activations, INDArray epsilon);

    /**
     * @param function identity, ReLU, sigmoid or tanh
     * @return its derivative in terms of its output
     * @throws IllegalArgumentException for any other function
     */
    static OutputDerivative of(IActivation function) {
        if (function instanceof ActivationIdentity) {
            return (activations, epsilon) -> epsilon;
        }
        if (function instanceof ActivationReLU) {
            return OutputDerivative::rectified;
        }
        if (function instanceof ActivationSigmoid) {
            return (activations, epsilon) -> epsilon.muli(activations.rsub(1).muli(activations));
        }
        if (function instanceof ActivationTanH) {
            return (activations, epsilon) -> epsilon.muli(activations.mul(activations).rsubi(1));
        }
        throw new IllegalArgumentException("no derivative from the output is known for " + function);
    }

    private static INDArray rectified(INDArray activations, INDArray epsilon) {
        return Nd4j.exec(new RectifiedLinearDerivative(activations, epsilon, epsilon, 0))[0];
    }
}
