// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.spi;

import java.util.Map;

/**
 * What one training step found out on its way.
 *
 * @param loss mean loss of what is known in the batch before the change of the parameters, sample weights included, summed
 *        over the outputs; NaN or infinite when training diverged
 * @param losses the part of each Output layer in the loss; empty if the library doesn't tell them apart
 * @param outputs what the network said in the forward pass of this step, by Output layer, so that training accuracy
 *        costs no second pass; empty if the library doesn't keep it, and the accuracy is then unknown
 */
public record StepResult(double loss, Map<String, Double> losses, Map<String, Tensor> outputs) {
    /** Copies the maps. */
    public StepResult {
        losses = Map.copyOf(losses);
        outputs = Map.copyOf(outputs);
    }

    /** The result of a library that tells the losses of several outputs not apart. */
    public StepResult(double loss, Map<String, Tensor> outputs) {
        this(loss, Map.of(), outputs);
    }
}
