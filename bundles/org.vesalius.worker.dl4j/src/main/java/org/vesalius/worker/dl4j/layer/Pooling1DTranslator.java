// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.dl4j.layer;

import java.util.List;

import org.vesalius.network.Pooling1D;
import org.vesalius.network.shape.Shape;
import org.vesalius.worker.dl4j.graph.GraphPlan;
import org.vesalius.worker.dl4j.graph.LayerTranslator;
import org.vesalius.worker.dl4j.graph.Signal;

/** Pooling over sequences: that over images of height 1. */
final class Pooling1DTranslator implements LayerTranslator<Pooling1D> {

    @Override
    public Class<Pooling1D> type() {
        return Pooling1D.class;
    }

    @Override
    public Signal translate(Pooling1D layer, List<Signal> inputs, Shape output, GraphPlan plan) {
        Signal images = Images.ofSequence(layer, inputs.get(0), plan);
        Signal result = PoolingParts.add(layer, layer.getKind(), layer.getPadding(), SlidingWindow.of(layer),
                images, Images.ofSequence(output), plan);
        return plan.reshape(layer, result, output);
    }
}
