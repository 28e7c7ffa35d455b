// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.dl4j.layer;

import java.util.List;

import org.vesalius.network.Pooling2D;
import org.vesalius.network.shape.Shape;
import org.vesalius.worker.dl4j.graph.GraphPlan;
import org.vesalius.worker.dl4j.graph.LayerTranslator;
import org.vesalius.worker.dl4j.graph.Signal;

/** Pooling over images. */
final class Pooling2DTranslator implements LayerTranslator<Pooling2D> {

    @Override
    public Class<Pooling2D> type() {
        return Pooling2D.class;
    }

    @Override
    public Signal translate(Pooling2D layer, List<Signal> inputs, Shape output, GraphPlan plan) {
        return PoolingParts.add(layer, layer.getKind(), layer.getPadding(), SlidingWindow.of(layer),
                inputs.get(0), output, plan);
    }
}
