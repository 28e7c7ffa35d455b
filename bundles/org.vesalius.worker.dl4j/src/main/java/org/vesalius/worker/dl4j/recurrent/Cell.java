// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.dl4j.recurrent;

import java.util.List;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.vesalius.worker.dl4j.compute.Parameter;

/** What a recurrent layer does at one step, and the way back. It holds no state. */
public interface Cell {

    /** How many groups of numbers it computes from its input, side by side: 4 for LSTM. */
    int groups();

    /** How many arrays it carries from step to step, the output among them as the first: 2 for LSTM. */
    int states();

    /**
     * Its parameters but the kernel over the inputs.
     *
     * @param units size of its state
     */
    List<Parameter> parameters(int units);

    /**
     * The constants that are added to the products with the inputs; null without any.
     *
     * @param tape gives the parameters
     */
    INDArray inputBias(SequenceTape tape);

    /**
     * Computes the states after a step.
     *
     * @param tape products with the inputs, states before, and where to write those after
     * @param step number of the step
     */
    void forward(SequenceTape tape, int step);

    /**
     * Computes the gradients of a step.
     *
     * @param tape gets the gradient of the products with the inputs
     * @param step number of the step
     * @param epsilon gradient with respect to each state after the step; replaced by that with respect to each before
     */
    void backward(SequenceTape tape, int step, INDArray[] epsilon);

    /** Writes the gradients of its parameters, when all steps are done. */
    void gradients(SequenceTape tape);
}
