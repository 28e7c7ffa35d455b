// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.dl4j.layer;

import java.util.List;
import java.util.function.Function;

import org.nd4j.linalg.activations.IActivation;
import org.vesalius.network.Layer;
import org.vesalius.network.shape.Shape;
import org.vesalius.worker.dl4j.graph.GraphPlan;
import org.vesalius.worker.dl4j.graph.LayerTranslator;
import org.vesalius.worker.dl4j.graph.Signal;

/**
 * A layer that applies a function to each number.
 *
 * @param type the type of layer
 * @param function makes the function from the layer
 * @param <L> the type of layer
 */
record FunctionTranslator<L extends Layer>(Class<L> type, Function<L, IActivation> function)
        implements LayerTranslator<L> {

    @Override
    public Signal translate(L layer, List<Signal> inputs, Shape output, GraphPlan plan) {
        Signal input = inputs.get(0);
        return new Signal(plan.layer(layer, new OutOfPlaceActivation(function.apply(layer)), input), input.shape());
    }
}
