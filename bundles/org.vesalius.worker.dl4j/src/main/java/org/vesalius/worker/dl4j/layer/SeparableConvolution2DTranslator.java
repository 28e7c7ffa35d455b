// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.dl4j.layer;

import java.util.List;

import org.vesalius.network.Padding;
import org.vesalius.network.SeparableConvolution2D;
import org.vesalius.network.shape.Shape;
import org.vesalius.worker.dl4j.compute.Parameter;
import org.vesalius.worker.dl4j.compute.WindowKernel;
import org.vesalius.worker.dl4j.graph.GraphPlan;
import org.vesalius.worker.dl4j.graph.LayerTranslator;
import org.vesalius.worker.dl4j.graph.Signal;
import org.vesalius.worker.dl4j.onednn.OneDnnSupport.Kind;

/** A depthwise convolution, then one of 1×1 that mixes the channels and adds the bias. */
final class SeparableConvolution2DTranslator implements LayerTranslator<SeparableConvolution2D> {

    private static final SlidingWindow POINT = SlidingWindow.of(List.of(1, 1), List.of(1, 1));

    @Override
    public Class<SeparableConvolution2D> type() {
        return SeparableConvolution2D.class;
    }

    @Override
    public Signal translate(SeparableConvolution2D layer, List<Signal> inputs, Shape output, GraphPlan plan) {
        Depthwise depthwise = new Depthwise(
                SlidingWindow.of(layer.getKernelSize(), layer.getStride(), layer.getDilation()), layer.getPadding(),
                layer.getDepthMultiplier(), false);
        Signal result = mixed(layer, depthwise.add(layer, inputs.get(0), output, plan), output, plan);
        return ActivationTranslator.apply(plan.activation(layer, layer.getActivation()), layer, result, plan);
    }

    private static Signal mixed(SeparableConvolution2D layer, Signal channels, Shape output, GraphPlan plan) {
        Parameter kernel =
                KernelParts.kernel(layer, "pointwise_kernel", POINT.kernel(channels.channels(), layer.getFilters()));
        WindowKernel pointwise = new WindowKernel("conv2d",
                POINT.arguments(Padding.VALID, WindowFormat.convolution()), new Signal("", output).sizes(),
                KernelParts.withBias(kernel, layer.isUseBias(), layer.getFilters()),
                FastPath.takes(layer, Kind.CONVOLUTION, POINT, "a convolution", plan));
        return plan.computation(layer, pointwise, channels, output);
    }
}
