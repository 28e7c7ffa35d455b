// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.dl4j.layer;

import java.util.List;
import java.util.function.Function;

import org.vesalius.network.Layer;
import org.vesalius.network.shape.Shape;
import org.vesalius.worker.dl4j.graph.ArrayStep;
import org.vesalius.worker.dl4j.graph.GraphPlan;
import org.vesalius.worker.dl4j.graph.LayerTranslator;
import org.vesalius.worker.dl4j.graph.Signal;

/**
 * A layer that is one step without parameters.
 *
 * @param type the type of layer
 * @param step makes the step from the layer
 * @param <L> the type of layer
 */
record StepTranslator<L extends Layer>(Class<L> type, Function<L, ArrayStep> step) implements LayerTranslator<L> {

    @Override
    public Signal translate(L layer, List<Signal> inputs, Shape output, GraphPlan plan) {
        return plan.step(layer, step.apply(layer), inputs.get(0), output);
    }
}
