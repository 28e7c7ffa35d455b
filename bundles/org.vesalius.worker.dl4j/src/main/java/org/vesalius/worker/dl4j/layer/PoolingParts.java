// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.dl4j.layer;

import java.util.Map;

import org.vesalius.network.Layer;
import org.vesalius.network.Padding;
import org.vesalius.network.PoolingKind;
import org.vesalius.network.shape.Shape;
import org.vesalius.worker.dl4j.compute.WindowPooling;
import org.vesalius.worker.dl4j.graph.GraphPlan;
import org.vesalius.worker.dl4j.graph.Signal;
import org.vesalius.worker.dl4j.layer.SlidingWindow.Fitted;
import org.vesalius.worker.dl4j.onednn.OneDnnSupport.Kind;

/** A pooling over an image or a volume; averages are taken over the places inside it. */
final class PoolingParts {

    private static final Map<PoolingKind, Kind> OVER_IMAGES =
            Map.of(PoolingKind.MAX, Kind.MAX_POOLING, PoolingKind.AVERAGE, Kind.AVERAGE_POOLING);
    private static final Map<PoolingKind, String> NAMES = Map.of(PoolingKind.MAX, "max", PoolingKind.AVERAGE, "avg");

    private PoolingParts() {
    }

    /**
     * Adds the pooling.
     *
     * @param owner the layer it belongs to
     * @param window the window, of height 1 for sequences
     * @param input {@code height×width×channels} or {@code depth×height×width×channels}
     * @param output shape of one sample of the result, as many axes
     */
    static Signal add(Layer owner, PoolingKind kind, Padding padding, SlidingWindow window, Signal input,
            Shape output, GraphPlan plan) {
        boolean volumes = window.size().size() > 2;
        Fitted fitted = window.fit(owner, padding, input, plan);
        WindowPooling pooling = new WindowPooling(NAMES.get(kind) + (volumes ? "pool3dnew" : "pool2d"),
                window.arguments(fitted.padding(), WindowFormat.pooling()), new Signal("", output).sizes(),
                FastPath.takes(owner, volumes ? Kind.POOLING_3D : OVER_IMAGES.get(kind), window,
                        "a pooling with a window above 16", plan));
        return plan.computation(owner, pooling, fitted.input(), output);
    }
}
