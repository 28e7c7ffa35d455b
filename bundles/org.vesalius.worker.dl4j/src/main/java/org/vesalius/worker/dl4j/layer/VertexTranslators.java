// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.dl4j.layer;

import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;

import org.vesalius.network.Layer;
import org.vesalius.network.shape.Shape;
import org.vesalius.worker.dl4j.compute.Computation;
import org.vesalius.worker.dl4j.graph.ArrayStep;
import org.vesalius.worker.dl4j.graph.GraphPlan;
import org.vesalius.worker.dl4j.graph.LayerTranslator;
import org.vesalius.worker.dl4j.graph.Signal;

/** Translators of layers that are a single vertex of the graph. */
final class VertexTranslators {
    private VertexTranslators() {
    }

    /**
     * A layer that is one computation over its input.
     *
     * @param type the type of layer
     * @param computation makes the computation from the layer and what flows in
     * @param <L> the type of layer
     */
    record ComputationTranslator<L extends Layer>(Class<L> type, BiFunction<L, Signal, Computation> computation)
            implements LayerTranslator<L> {

        @Override
        public Signal translate(L layer, List<Signal> inputs, Shape output, GraphPlan plan) {
            return plan.computation(layer, computation.apply(layer, inputs.get(0)), inputs.get(0), output);
        }
    }

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
}
