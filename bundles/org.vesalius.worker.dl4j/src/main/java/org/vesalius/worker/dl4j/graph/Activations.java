// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.dl4j.graph;

import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.activations.impl.ActivationIdentity;
import org.nd4j.linalg.activations.impl.ActivationReLU;
import org.nd4j.linalg.activations.impl.ActivationSigmoid;
import org.nd4j.linalg.activations.impl.ActivationSoftmax;
import org.nd4j.linalg.activations.impl.ActivationTanH;
import org.vesalius.network.ActivationFunction;

/** DL4J's activation functions by the names of the metamodel. */
public final class Activations {

    private Activations() {
    }

    /**
     * @param function function of the metamodel
     * @return the same in DL4J; softmax runs over the second axis of a matrix
     */
    public static IActivation of(ActivationFunction function) {
        return switch (function) {
            case LINEAR -> new ActivationIdentity();
            case RELU -> new ActivationReLU();
            case SIGMOID -> new ActivationSigmoid();
            case TANH -> new ActivationTanH();
            case SOFTMAX -> new ActivationSoftmax();
        };
    }
}
