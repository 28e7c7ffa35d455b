// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.dl4j.layer.window;

import java.util.List;

import org.vesalius.network.DepthwiseConvolution2D;
import org.vesalius.network.Padding;
import org.vesalius.network.SeparableConvolution2D;
import org.vesalius.network.Weighted;
import org.vesalius.network.shape.Shape;
import org.vesalius.worker.dl4j.compute.Parameter;
import org.vesalius.worker.dl4j.compute.WindowKernel;
import org.vesalius.worker.dl4j.graph.GraphPlan;
import org.vesalius.worker.dl4j.graph.LayerTranslator;
import org.vesalius.worker.dl4j.graph.Signal;
import org.vesalius.worker.dl4j.layer.part.ActivationPart;
import org.vesalius.worker.dl4j.onednn.OneDnnSupport.Kind;

/** Translators of convolutions that treat each channel by itself. */
final class DepthwiseTranslators {
    private DepthwiseTranslators() {
    }

    static List<LayerTranslator<?>> all() {
        return List.of(new DepthwiseConvolution2DTranslator(), new SeparableConvolution2DTranslator());
    }

    /**
     * A filter for each channel of an image by itself; kernel {@code [height, width, channels, multiplier]}.
     *
     * @param window the window
     * @param padding what happens at the border
     * @param multiplier results that each channel gets
     * @param useBias whether each result adds a learned number
     */
    private record Depthwise(SlidingWindow window, Padding padding, int multiplier, boolean useBias) {

        /** Adds it; {@code places} is the shape of the result but for its channels. */
        Signal add(Weighted owner, Signal input, Shape places, GraphPlan plan) {
            int results = input.channels() * multiplier;
            Parameter kernel =
                    KernelParts.kernel(owner, "depthwise_kernel", window.kernel(input.channels(), multiplier));
            List<Parameter> parameters = KernelParts.withBias(kernel, useBias, results);
            return new Dilation(owner, window, padding).convolve(input, places.withLast(results), plan,
                    (dense, fitted, shape) -> plan.computation(owner, new WindowKernel("depthwise_conv2d",
                            dense.convolutionArguments(fitted.padding()), new Signal("", shape).sizes(),
                            parameters, FastPath.takes(owner, Kind.DEPTHWISE, dense,
                                    "a depthwise convolution with a window or stride above 16", plan)),
                            fitted.input(), shape));
        }
    }

    /** Convolution of each channel by itself. */
    private static final class DepthwiseConvolution2DTranslator implements LayerTranslator<DepthwiseConvolution2D> {

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
            return ActivationPart.apply(plan.activation(layer, layer.getActivation()), layer, result, plan);
        }
    }

    /** A depthwise convolution, then one of 1×1 that mixes the channels and adds the bias. */
    private static final class SeparableConvolution2DTranslator implements LayerTranslator<SeparableConvolution2D> {

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
            return ActivationPart.apply(plan.activation(layer, layer.getActivation()), layer, result, plan);
        }

        private static Signal mixed(SeparableConvolution2D layer, Signal channels, Shape output, GraphPlan plan) {
            Parameter kernel =
                    KernelParts.kernel(layer, "pointwise_kernel", POINT.kernel(channels.channels(), layer.getFilters()));
            WindowKernel pointwise = new WindowKernel("conv2d",
                    POINT.convolutionArguments(Padding.VALID), new Signal("", output).sizes(),
                    KernelParts.withBias(kernel, layer.isUseBias(), layer.getFilters()),
                    FastPath.takes(layer, Kind.CONVOLUTION, POINT, "a convolution", plan));
            return plan.computation(layer, pointwise, channels, output);
        }
    }
}
