// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.dl4j.loss;

import org.vesalius.network.ActivationFunction;
import org.vesalius.network.Output;

/** The loss of a batch, with the activation before it. Stateless. */
public interface BatchLoss {

    /**
     * Computes all that training needs of a batch.
     *
     * @param batch gives the numbers before the last activation and the targets, and receives outputs and gradients
     * @param factor factor on loss and gradients
     * @return the number of samples times the mean of the losses that are known, each by its weight
     */
    double evaluate(BatchNumbers batch, double factor);

    /** Numbers in a row of the target of an output that has {@code columns} in a row. */
    default int targetColumns(int columns) {
        return columns;
    }

    /**
     * The loss that an Output asks for, with the activation in front of it.
     *
     * @param layer kind and constants of the loss; its weight among several outputs is left aside
     * @param function the activation between the numbers and the loss
     * @param columns numbers in a row: the size of the last axis
     */
    static BatchLoss of(Output layer, ActivationFunction function, int columns) {
        return switch (layer.getLoss()) {
            case COX_EFRON, COX_BRESLOW -> CoxLoss.of(layer.getLoss(), RowActivation.of(function));
            default -> new EachSample(SampleLoss.of(layer, function, columns));
        };
    }
}
