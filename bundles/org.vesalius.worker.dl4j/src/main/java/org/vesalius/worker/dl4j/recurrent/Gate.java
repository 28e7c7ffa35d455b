// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.dl4j.recurrent;

import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.impl.transforms.strict.Sigmoid;
import org.nd4j.linalg.api.ops.impl.transforms.strict.Tanh;
import org.nd4j.linalg.factory.Nd4j;
import org.vesalius.network.ActivationFunction;
import org.vesalius.worker.dl4j.graph.Activations;

/**
 * The function of a gate or of the state.
 *
 * @param function a function of each number, or softmax over the units
 */
record Gate(ActivationFunction function) {

    /** Whether each number is looked at by itself, so that groups of units may be handed in together. */
    boolean byNumber() {
        return function != ActivationFunction.SOFTMAX && function != ActivationFunction.LOG_SOFTMAX;
    }

    /** Writes f(before) to {@code after}. */
    void apply(INDArray before, INDArray after) {
        switch (function) {
            case SIGMOID -> Nd4j.getExecutioner().exec(new Sigmoid(before, after));
            case TANH -> Nd4j.getExecutioner().exec(new Tanh(before, after));
            default -> after.assign(Activations.of(function).getActivation(before.dup('c'), false));
        }
    }

    /**
     * The gradient with respect to what stood before the function.
     *
     * @param before what stood before
     * @param after what the function gave
     * @param epsilon gradient with respect to that; left alone
     * @return a new array
     */
    INDArray back(INDArray before, INDArray after, INDArray epsilon) {
        return switch (function) {
            case LINEAR -> epsilon.dup('c');
            case SIGMOID -> after.rsub(1).muli(after).muli(epsilon);
            case TANH -> after.mul(after).rsubi(1).muli(epsilon);
            default -> other(before, epsilon);
        };
    }

    private INDArray other(INDArray before, INDArray epsilon) {
        IActivation activation = Activations.of(function);
        return activation.backprop(before.dup('c'), epsilon.dup('c')).getFirst();
    }
}
