// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.dl4j.graph;

import java.util.EnumSet;
import java.util.Set;

import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.activations.impl.ActivationELU;
import org.nd4j.linalg.activations.impl.ActivationHardSigmoid;
import org.nd4j.linalg.activations.impl.ActivationIdentity;
import org.nd4j.linalg.activations.impl.ActivationReLU;
import org.nd4j.linalg.activations.impl.ActivationReLU6;
import org.nd4j.linalg.activations.impl.ActivationSELU;
import org.nd4j.linalg.activations.impl.ActivationSigmoid;
import org.nd4j.linalg.activations.impl.ActivationSoftSign;
import org.nd4j.linalg.activations.impl.ActivationSoftmax;
import org.nd4j.linalg.activations.impl.ActivationTanH;
import org.vesalius.network.ActivationFunction;
import org.vesalius.worker.dl4j.activation.LogSoftmaxActivation;
import org.vesalius.worker.dl4j.activation.PointActivation;
import org.vesalius.worker.dl4j.activation.SmoothFunction;

/** DL4J's activation functions by the names of the metamodel. */
public final class Activations {

    private static final Set<ActivationFunction> KNOWN_BY_OUTPUT = EnumSet.of(ActivationFunction.LINEAR,
            ActivationFunction.RELU, ActivationFunction.SIGMOID, ActivationFunction.TANH);

    private Activations() {
    }

    /**
     * @param function function of the metamodel
     * @return the same in DL4J; softmax and log-softmax run over the second axis of a matrix
     */
    public static IActivation of(ActivationFunction function) {
        return switch (function) {
            case LINEAR -> new ActivationIdentity();
            case RELU -> new ActivationReLU();
            case SIGMOID -> new ActivationSigmoid();
            case TANH -> new ActivationTanH();
            case SOFTMAX -> new ActivationSoftmax();
            case ELU -> new ActivationELU();
            case SELU -> new ActivationSELU();
            case GELU -> new PointActivation(SmoothFunction.GELU);
            case SWISH -> new PointActivation(SmoothFunction.SWISH);
            case SOFTPLUS -> new PointActivation(SmoothFunction.SOFTPLUS);
            case SOFTSIGN -> new ActivationSoftSign();
            case HARD_SIGMOID -> new ActivationHardSigmoid();
            case RELU6 -> new ActivationReLU6();
            case EXPONENTIAL -> new PointActivation(SmoothFunction.EXPONENTIAL);
            case MISH -> new PointActivation(SmoothFunction.MISH);
            case LOG_SOFTMAX -> new LogSoftmaxActivation();
        };
    }

    /**
     * Whether the derivative of a function follows from its output, so that a layer which keeps nothing but its output
     * may apply it itself.
     *
     * @param function function of the metamodel
     */
    public static boolean knownByOutput(ActivationFunction function) {
        return KNOWN_BY_OUTPUT.contains(function);
    }
}
