// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.dl4j.graph;

import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.activations.impl.ActivationIdentity;
import org.nd4j.linalg.activations.impl.ActivationReLU;
import org.nd4j.linalg.activations.impl.ActivationSigmoid;
import org.nd4j.linalg.activations.impl.ActivationSoftmax;
import org.nd4j.linalg.activations.impl.ActivationTanH;
import org.vesalius.core.ErrorKind;
import org.vesalius.core.ReportedException;
import org.vesalius.network.ActivationFunction;

/** DL4J's activation functions by the names of the metamodel. */
public final class Activations {

    private Activations() {
    }

    /**
     * @param function function of the metamodel
     * @return the same in DL4J; softmax runs over the second axis of a matrix
     * @throws ReportedException if DL4J has no such function here
     */
    public static IActivation of(ActivationFunction function) {
        return switch (function) {
            case LINEAR -> new ActivationIdentity();
            case RELU -> new ActivationReLU();
            case SIGMOID -> new ActivationSigmoid();
            case TANH -> new ActivationTanH();
            case SOFTMAX -> new ActivationSoftmax();
            default -> throw new ReportedException(ErrorKind.INVALID_INPUT,
                    "The DL4J engine can't compute the activation " + function.getLiteral() + ".",
                    "Choose another activation, or another engine.");
        };
    }
}
