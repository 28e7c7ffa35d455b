// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.dl4j.layer;

import java.util.List;

import org.vesalius.network.Flatten;
import org.vesalius.network.shape.Shape;
import org.vesalius.worker.dl4j.graph.GraphPlan;
import org.vesalius.worker.dl4j.graph.LayerTranslator;
import org.vesalius.worker.dl4j.graph.Signal;

/** Flatten in row-major order: of an image, all channels of the first pixel, then of its right neighbour. */
final class FlattenTranslator implements LayerTranslator<Flatten> {

    @Override
    public Class<Flatten> type() {
        return Flatten.class;
    }

    @Override
    public Signal translate(Flatten layer, List<Signal> inputs, Shape output, GraphPlan plan) {
        return plan.reshape(layer, inputs.get(0), output);
    }
}
