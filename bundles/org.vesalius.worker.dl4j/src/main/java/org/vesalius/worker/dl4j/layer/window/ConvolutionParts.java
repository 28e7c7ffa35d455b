// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.dl4j.layer.window;

import org.deeplearning4j.nn.conf.CNN2DFormat;
import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.vesalius.network.ActivationFunction;
import org.vesalius.network.Convolution;
import org.vesalius.network.Padding;
import org.vesalius.network.shape.Shape;
import org.vesalius.worker.dl4j.graph.Activations;
import org.vesalius.worker.dl4j.graph.GraphPlan;
import org.vesalius.worker.dl4j.graph.LayerParameter;
import org.vesalius.worker.dl4j.graph.Signal;
import org.vesalius.worker.dl4j.graph.WeightLayout;
import org.vesalius.worker.dl4j.initial.FixedValues.Constant;
import org.vesalius.worker.dl4j.initial.RandomValues.Uniform;
import org.vesalius.worker.dl4j.layer.part.ActivationPart;
import org.vesalius.worker.dl4j.layer.window.SlidingWindow.Fitted;
import org.vesalius.worker.dl4j.onednn.FastConvolution;
import org.vesalius.worker.dl4j.onednn.OneDnnSupport.Kind;

/**
 * A convolution over an image, on oneDNN where that is proven and in DL4J's own code elsewhere. Kernel
 * {@code [filters, channels, height, width]}, bias {@code [1, filters]}.
 */
final class ConvolutionParts {

    /** From height, width, channels, filters. */
    private static final WeightLayout KERNEL = WeightLayout.axes(3, 2, 0, 1);

    private ConvolutionParts() {
    }

    /**
     * Adds the convolution and its activation.
     *
     * @param layer filters, padding, activation and bias
     * @param window the window, of height 1 for sequences
     * @param input {@code height×width×channels}
     * @param output shape of one sample of the result, an image
     */
    static Signal add(Convolution layer, SlidingWindow window, Signal input, Shape output, GraphPlan plan) {
        ActivationFunction function = plan.activation(layer, layer.getActivation());
        ActivationFunction inside = Activations.knownByOutput(function) ? function : ActivationFunction.LINEAR;
        Signal result = new Dilation(layer, window, layer.getPadding()).convolve(input, output, plan,
                (dense, fitted, shape) -> convolved(layer, dense, fitted, inside, shape, plan));
        return ActivationPart.apply(function == inside ? ActivationFunction.LINEAR : function, layer, result,
                plan);
    }

    private static Signal convolved(Convolution layer, SlidingWindow window, Fitted fitted,
            ActivationFunction function, Shape output, GraphPlan plan) {
        ConvolutionLayer.Builder builder = builder(layer, window, fitted).activation(Activations.of(function));
        return new Signal(plan.layer(layer, configuration(layer, window, builder, plan), fitted.input(),
                parameters(layer, window, fitted.input().channels())), output);
    }

    private static ConvolutionLayer.Builder builder(Convolution layer, SlidingWindow window, Fitted fitted) {
        return new ConvolutionLayer.Builder(SlidingWindow.array(window.size()))
                .stride(SlidingWindow.array(window.stride()))
                .convolutionMode(fitted.padding() == Padding.SAME ? ConvolutionMode.Same : ConvolutionMode.Truncate)
                .nIn(fitted.input().channels()).nOut(layer.getFilters()).hasBias(layer.isUseBias())
                .dataFormat(CNN2DFormat.NHWC);
    }

    private static ConvolutionLayer configuration(Convolution layer, SlidingWindow window,
            ConvolutionLayer.Builder builder, GraphPlan plan) {
        boolean fast = FastPath.takes(layer, Kind.CONVOLUTION, window,
                "a convolution with a window or stride above 16", plan);
        return fast ? new FastConvolution(builder) : builder.build();
    }

    private static LayerParameter[] parameters(Convolution layer, SlidingWindow window, int channels) {
        long area = (long) window.size().get(0) * window.size().get(1);
        LayerParameter kernel = LayerParameter
                .of("W", "kernel", Uniform.glorot(area * channels, area * layer.getFilters())).in(KERNEL);
        return layer.isUseBias() ? new LayerParameter[] {kernel, LayerParameter.of("b", "bias", new Constant(0))}
                : new LayerParameter[] {kernel};
    }
}
