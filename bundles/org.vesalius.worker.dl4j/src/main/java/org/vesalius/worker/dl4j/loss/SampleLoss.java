// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.dl4j.loss;

import org.vesalius.network.ActivationFunction;
import org.vesalius.network.Loss;
import org.vesalius.network.Output;

/**
 * The loss of one sample: of a row of numbers, or of many rows, such as the time steps of a sequence or the pixels of an
 * image. Stateless.
 */
public interface SampleLoss {

    /**
     * Computes all that training needs of a sample.
     *
     * @param before numbers before the last activation, row by row
     * @param target what they should become, as many
     * @param weights factor on the loss of each number, as many; 0 leaves a number out
     * @param output receives the numbers after the activation
     * @param gradient receives the derivative of the loss by {@code before}
     * @return the loss
     */
    double evaluate(double[] before, double[] target, double[] weights, double[] output, double[] gradient);

    /**
     * How many numbers are one term of the mean that the loss of a batch is: 1, those of a row whose numbers are summed, or those of
     * a sample. A term of whose numbers none has a weight isn't known and doesn't count.
     *
     * @param size numbers of a sample
     */
    int term(int size);

    /**
     * The loss that an Output asks for, with the activation in front of it.
     *
     * @param layer kind and constants of the loss; its weight among several outputs is left aside
     * @param function the activation between the numbers and the loss
     * @param columns numbers in a row: the size of the last axis
     */
    static SampleLoss of(Output layer, ActivationFunction function, int columns) {
        return layer.getLoss() == Loss.DICE ? new SampleLosses.Dice(RowActivation.of(function), columns)
                : new SampleLosses.MeanOfRows(RowLoss.of(layer, function), columns);
    }
}
