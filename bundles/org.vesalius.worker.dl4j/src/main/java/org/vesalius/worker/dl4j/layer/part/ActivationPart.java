// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.dl4j.layer.part;

import org.vesalius.network.ActivationFunction;
import org.vesalius.network.Layer;
import org.vesalius.worker.dl4j.graph.Activations;
import org.vesalius.worker.dl4j.graph.GraphPlan;
import org.vesalius.worker.dl4j.graph.Signal;

/** The activation function that many layers end with; softmax runs over the last axis. */
public final class ActivationPart {
    private ActivationPart() {
    }

    /**
     * Adds an activation function behind a signal.
     *
     * @param function the function; nothing is added for LINEAR
     * @param owner the layer it belongs to
     */
    public static Signal apply(ActivationFunction function, Layer owner, Signal input, GraphPlan plan) {
        if (function == ActivationFunction.LINEAR) {
            return input;
        }
        Signal rows = plan.rows(owner, input);
        OutOfPlaceActivation activation = new OutOfPlaceActivation(Activations.of(function));
        return plan.reshape(owner, new Signal(plan.layer(owner, activation, rows), rows.shape()), input.shape());
    }
}
