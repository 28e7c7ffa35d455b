// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.dl4j.layer;

import java.util.List;

import org.vesalius.network.GlobalPooling;
import org.vesalius.network.Padding;
import org.vesalius.network.shape.Shape;
import org.vesalius.worker.dl4j.graph.GraphPlan;
import org.vesalius.worker.dl4j.graph.LayerTranslator;
import org.vesalius.worker.dl4j.graph.Signal;

/** Pooling over all pixels of an image or all steps of a sequence: one window as large as they are. */
final class GlobalPoolingTranslator implements LayerTranslator<GlobalPooling> {

    @Override
    public Class<GlobalPooling> type() {
        return GlobalPooling.class;
    }

    @Override
    public Signal translate(GlobalPooling layer, List<Signal> inputs, Shape output, GraphPlan plan) {
        Signal input = inputs.get(0);
        int channels = input.channels();
        int positions = Math.toIntExact(input.shape().elements().orElseThrow() / channels);
        Signal images = plan.reshape(layer, input, Shape.image(1, positions, channels));
        Signal pooled = PoolingParts.add(layer, layer.getKind(), Padding.VALID,
                SlidingWindow.of(List.of(1, positions), List.of(1, positions)), images, Shape.image(1, 1, channels), plan);
        return plan.reshape(layer, pooled, output);
    }
}
