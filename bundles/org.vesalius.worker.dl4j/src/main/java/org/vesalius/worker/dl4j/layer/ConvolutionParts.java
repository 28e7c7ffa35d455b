// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.dl4j.layer;

import org.deeplearning4j.nn.conf.CNN2DFormat;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.vesalius.network.ActivationFunction;
import org.vesalius.network.Convolution;
import org.vesalius.network.shape.Shape;
import org.vesalius.worker.dl4j.graph.Activations;
import org.vesalius.worker.dl4j.graph.GraphPlan;
import org.vesalius.worker.dl4j.graph.LayerParameter;
import org.vesalius.worker.dl4j.graph.Signal;
import org.vesalius.worker.dl4j.graph.WeightLayout;
import org.vesalius.worker.dl4j.initial.Constant;
import org.vesalius.worker.dl4j.initial.Uniform;
import org.vesalius.worker.dl4j.onednn.FastConvolution;
import org.vesalius.worker.dl4j.onednn.OneDnnSupport;
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
     * @param images {@code height×width×channels}
     * @param output shape of one sample of the result, an image
     */
    static Signal add(Convolution layer, ConvolutionWindow window, Signal images, Shape output, GraphPlan plan) {
        ActivationFunction function = plan.activation(layer, layer.getActivation());
        ActivationFunction inside = Activations.knownByOutput(function) ? function : ActivationFunction.LINEAR;
        ConvolutionLayer.Builder builder = builder(layer, window, images).activation(Activations.of(inside));
        String vertex = plan.layer(layer, configuration(layer, window, builder, plan), images,
                parameters(layer, window, images.channels()));
        return ActivationTranslator.apply(function == inside ? ActivationFunction.LINEAR : function, layer,
                new Signal(vertex, output), plan);
    }

    private static ConvolutionLayer.Builder builder(Convolution layer, ConvolutionWindow window, Signal images) {
        return new ConvolutionLayer.Builder(window.sizes()).stride(window.strides()).dilation(window.dilations())
                .convolutionMode(window.mode(layer, layer.getPadding(), images.shape()))
                .nIn(images.channels()).nOut(layer.getFilters()).hasBias(layer.isUseBias())
                .dataFormat(CNN2DFormat.NHWC);
    }

    private static ConvolutionLayer configuration(Convolution layer, ConvolutionWindow window,
            ConvolutionLayer.Builder builder, GraphPlan plan) {
        if (!plan.path().oneDnn()) {
            return builder.build();
        }
        if (OneDnnSupport.proven(Kind.CONVOLUTION, window.sizes(), window.strides(), window.dilations())) {
            return new FastConvolution(builder);
        }
        plan.remark(StockPath.remark(layer, "a convolution with dilation or a window or stride above 16"));
        return builder.build();
    }

    private static LayerParameter[] parameters(Convolution layer, ConvolutionWindow window, int channels) {
        long area = (long) window.size().height() * window.size().width();
        LayerParameter kernel = LayerParameter
                .of("W", "kernel", Uniform.glorot(area * channels, area * layer.getFilters())).in(KERNEL);
        return layer.isUseBias() ? new LayerParameter[] {kernel, LayerParameter.of("b", "bias", new Constant(0))}
                : new LayerParameter[] {kernel};
    }
}
