// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.dl4j.layer;

import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;

import org.deeplearning4j.nn.conf.graph.GraphVertex;
import org.vesalius.network.Layer;
import org.vesalius.network.shape.Shape;
import org.vesalius.worker.dl4j.graph.GraphPlan;
import org.vesalius.worker.dl4j.graph.LayerTranslator;
import org.vesalius.worker.dl4j.graph.Signal;
import org.vesalius.worker.dl4j.step.Stretch;

/**
 * A layer that computes with several arrays number by number; axes of size 1 are repeated. Of a single array it makes
 * nothing else.
 *
 * @param type the type of layer
 * @param vertex makes a vertex that takes arrays of one shape
 * @param <L> the type of layer
 */
record CombinationTranslator<L extends Layer>(Class<L> type, Supplier<GraphVertex> vertex)
        implements LayerTranslator<L> {

    @Override
    public Signal translate(L layer, List<Signal> inputs, Shape output, GraphPlan plan) {
        if (inputs.size() == 1) {
            return inputs.get(0);
        }
        List<Signal> alike = inputs.stream().map(input -> stretched(layer, input, output, plan)).toList();
        return new Signal(plan.vertex(layer, vertex.get(), alike), output);
    }

    private static Signal stretched(Layer layer, Signal input, Shape output, GraphPlan plan) {
        long[] sizes = new Signal("", output).sizes();
        return Arrays.equals(input.sizes(), sizes) ? input
                : plan.step(layer, new Stretch(input.sizes(), sizes), input, output);
    }
}
