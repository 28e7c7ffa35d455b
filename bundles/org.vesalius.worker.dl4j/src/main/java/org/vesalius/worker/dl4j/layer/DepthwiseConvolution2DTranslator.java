// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.dl4j.layer;

import java.util.List;

import org.vesalius.network.DepthwiseConvolution2D;
import org.vesalius.network.shape.Shape;
import org.vesalius.worker.dl4j.graph.GraphPlan;
import org.vesalius.worker.dl4j.graph.LayerTranslator;
import org.vesalius.worker.dl4j.graph.Signal;

/** Convolution of each channel by itself. */
final class DepthwiseConvolution2DTranslator implements LayerTranslator<DepthwiseConvolution2D> {

    @Override
    public Class<DepthwiseConvolution2D> type() {
        return DepthwiseConvolution2D.class;
    }

    @Override
    public Signal translate(DepthwiseConvolution2D layer, List<Signal> inputs, Shape output, GraphPlan plan) {
        Depthwise depthwise = new Depthwise(
                SlidingWindow.of(layer.getKernelSize(), layer.getStride(), layer.getDilation()), layer.getPadding(),
                layer.getDepthMultiplier(), layer.isUseBias());
        Signal result = depthwise.add(layer, inputs.get(0), output, plan);
        return ActivationTranslator.apply(plan.activation(layer, layer.getActivation()), layer, result, plan);
    }
}
