// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.dl4j.layer;

import java.util.List;

import org.vesalius.network.Convolution2D;
import org.vesalius.network.shape.Shape;
import org.vesalius.worker.dl4j.graph.GraphPlan;
import org.vesalius.worker.dl4j.graph.LayerTranslator;
import org.vesalius.worker.dl4j.graph.Signal;

/** Convolution over images. */
final class Convolution2DTranslator implements LayerTranslator<Convolution2D> {

    @Override
    public Class<Convolution2D> type() {
        return Convolution2D.class;
    }

    @Override
    public Signal translate(Convolution2D layer, List<Signal> inputs, Shape output, GraphPlan plan) {
        return ConvolutionParts.add(layer, SlidingWindow.of(layer), inputs.get(0), output, plan);
    }
}
