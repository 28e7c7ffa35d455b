// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.dl4j.layer;

import java.util.List;

import org.vesalius.network.Layer;
import org.vesalius.network.shape.Shape;
import org.vesalius.worker.dl4j.graph.GraphPlan;
import org.vesalius.worker.dl4j.graph.LayerTranslator;
import org.vesalius.worker.dl4j.graph.Signal;

/**
 * A layer that lays the same numbers, in row-major order, under other axes.
 *
 * @param type the type of layer
 * @param <L> the type of layer
 */
record ReshapeTranslator<L extends Layer>(Class<L> type) implements LayerTranslator<L> {

    @Override
    public Signal translate(L layer, List<Signal> inputs, Shape output, GraphPlan plan) {
        return plan.reshape(layer, inputs.get(0), output);
    }
}
