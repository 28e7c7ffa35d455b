// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.dl4j.layer;

import java.util.List;

import org.vesalius.network.Convolution1D;
import org.vesalius.network.shape.Shape;
import org.vesalius.worker.dl4j.graph.GraphPlan;
import org.vesalius.worker.dl4j.graph.LayerTranslator;
import org.vesalius.worker.dl4j.graph.Signal;

/** Convolution over sequences: that over images of height 1. */
final class Convolution1DTranslator implements LayerTranslator<Convolution1D> {

    @Override
    public Class<Convolution1D> type() {
        return Convolution1D.class;
    }

    @Override
    public Signal translate(Convolution1D layer, List<Signal> inputs, Shape output, GraphPlan plan) {
        Signal images = Images.ofSequence(layer, inputs.get(0), plan);
        Signal result = ConvolutionParts.add(layer, SlidingWindow.of(layer), images, Images.ofSequence(output),
                plan);
        return plan.reshape(layer, result, output);
    }
}
