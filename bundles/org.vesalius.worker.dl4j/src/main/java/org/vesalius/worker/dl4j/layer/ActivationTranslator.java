// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.dl4j.layer;

import java.util.List;

import org.vesalius.network.Activation;
import org.vesalius.network.ActivationFunction;
import org.vesalius.network.Layer;
import org.vesalius.network.shape.Shape;
import org.vesalius.worker.dl4j.graph.Activations;
import org.vesalius.worker.dl4j.graph.GraphPlan;
import org.vesalius.worker.dl4j.graph.LayerTranslator;
import org.vesalius.worker.dl4j.graph.Signal;

/** Activation on its own; softmax runs over the last axis. */
final class ActivationTranslator implements LayerTranslator<Activation> {

    @Override
    public Class<Activation> type() {
        return Activation.class;
    }

    @Override
    public Signal translate(Activation layer, List<Signal> inputs, Shape output, GraphPlan plan) {
        return apply(plan.activation(layer, layer.getFunction()), layer, inputs.get(0), plan);
    }

    /**
     * Adds an activation function behind a signal.
     *
     * @param function the function; nothing is added for LINEAR
     * @param owner the layer it belongs to
     */
    static Signal apply(ActivationFunction function, Layer owner, Signal input, GraphPlan plan) {
        if (function == ActivationFunction.LINEAR) {
            return input;
        }
        Signal rows = plan.rows(owner, input);
        OutOfPlaceActivation activation = new OutOfPlaceActivation(Activations.of(function));
        return plan.reshape(owner, new Signal(plan.layer(owner, activation, rows), rows.shape()), input.shape());
    }
}
