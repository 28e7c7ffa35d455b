// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.dl4j.layer;

import java.util.List;

import org.vesalius.network.Permute;
import org.vesalius.network.shape.Shape;
import org.vesalius.worker.dl4j.graph.GraphPlan;
import org.vesalius.worker.dl4j.graph.LayerTranslator;
import org.vesalius.worker.dl4j.graph.Signal;
import org.vesalius.worker.dl4j.step.Rearrange;

/** Axes of a sample in another order; without an order nothing is added. */
final class PermuteTranslator implements LayerTranslator<Permute> {

    @Override
    public Class<Permute> type() {
        return Permute.class;
    }

    @Override
    public Signal translate(Permute layer, List<Signal> inputs, Shape output, GraphPlan plan) {
        if (layer.getOrder() == null) {
            return inputs.get(0);
        }
        int[] axes = layer.getOrder().axes().stream().mapToInt(Integer::intValue).toArray();
        return plan.step(layer, new Rearrange(axes), inputs.get(0), output);
    }
}
