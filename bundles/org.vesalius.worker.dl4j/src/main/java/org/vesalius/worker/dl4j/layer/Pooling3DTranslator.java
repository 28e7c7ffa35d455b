// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.dl4j.layer;

import java.util.List;

import org.vesalius.network.Pooling3D;
import org.vesalius.network.PoolingKind;
import org.vesalius.network.shape.Shape;
import org.vesalius.network.shape.Size3D;
import org.vesalius.worker.dl4j.compute.WindowPooling;
import org.vesalius.worker.dl4j.graph.GraphPlan;
import org.vesalius.worker.dl4j.graph.LayerTranslator;
import org.vesalius.worker.dl4j.graph.Signal;
import org.vesalius.worker.dl4j.onednn.OneDnnSupport.Kind;

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
        Signal volume = window.fitted(layer, layer.getPadding(), inputs.get(0), plan);
        String operation = layer.getKind() == PoolingKind.MAX ? "maxpool3dnew" : "avgpool3dnew";
        WindowPooling pooling = new WindowPooling(operation,
                window.arguments(layer.getPadding(), WindowFormat.pooling()), new Signal("", output).sizes(),
                FastPath.takes(layer, Kind.POOLING_3D, window, "a pooling", plan));
        return plan.computation(layer, pooling, volume, output);
    }
}
