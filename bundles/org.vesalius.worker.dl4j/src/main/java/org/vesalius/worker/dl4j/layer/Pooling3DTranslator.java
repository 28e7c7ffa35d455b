// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.dl4j.layer;

import java.util.List;

import org.vesalius.network.Pooling3D;
import org.vesalius.network.shape.Shape;
import org.vesalius.network.shape.Size3D;
import org.vesalius.worker.dl4j.graph.GraphPlan;
import org.vesalius.worker.dl4j.graph.LayerTranslator;
import org.vesalius.worker.dl4j.graph.Signal;

/** Pooling over volumes; averages are taken over the voxels inside the volume. */
final class Pooling3DTranslator implements LayerTranslator<Pooling3D> {

    @Override
    public Class<Pooling3D> type() {
        return Pooling3D.class;
    }

    @Override
    public Signal translate(Pooling3D layer, List<Signal> inputs, Shape output, GraphPlan plan) {
        Size3D stride = layer.getStride() == null ? layer.getPoolSize() : layer.getStride();
        SlidingWindow window =
                SlidingWindow.of(SlidingWindow.axes(layer.getPoolSize()), SlidingWindow.axes(stride));
        return PoolingParts.add(layer, layer.getKind(), layer.getPadding(), window, inputs.get(0), output, plan);
    }
}
