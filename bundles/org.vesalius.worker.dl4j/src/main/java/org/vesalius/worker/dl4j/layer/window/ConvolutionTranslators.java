// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.dl4j.layer.window;

import java.util.List;

import org.vesalius.network.Convolution1D;
import org.vesalius.network.Convolution2D;
import org.vesalius.network.Convolution3D;
import org.vesalius.network.shape.Shape;
import org.vesalius.worker.dl4j.compute.Parameter;
import org.vesalius.worker.dl4j.compute.WindowKernel;
import org.vesalius.worker.dl4j.graph.GraphPlan;
import org.vesalius.worker.dl4j.graph.LayerTranslator;
import org.vesalius.worker.dl4j.graph.Signal;
import org.vesalius.worker.dl4j.layer.part.ActivationPart;
import org.vesalius.worker.dl4j.layer.part.Images;
import org.vesalius.worker.dl4j.layer.window.SlidingWindow.Fitted;
import org.vesalius.worker.dl4j.onednn.OneDnnSupport.Kind;

/** Translators of convolutions over sequences, images and volumes. */
final class ConvolutionTranslators {
    private ConvolutionTranslators() {
    }

    static List<LayerTranslator<?>> all() {
        return List.of(new Convolution1DTranslator(), new Convolution2DTranslator(), new Convolution3DTranslator());
    }

    /** Convolution over sequences: that over images of height 1. */
    private static final class Convolution1DTranslator implements LayerTranslator<Convolution1D> {

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

    /** Convolution over images. */
    private static final class Convolution2DTranslator implements LayerTranslator<Convolution2D> {

        @Override
        public Class<Convolution2D> type() {
            return Convolution2D.class;
        }

        @Override
        public Signal translate(Convolution2D layer, List<Signal> inputs, Shape output, GraphPlan plan) {
            return ConvolutionParts.add(layer, SlidingWindow.of(layer), inputs.get(0), output, plan);
        }
    }

    /** Convolution over volumes; kernel {@code [depth, height, width, channels, filters]}. */
    private static final class Convolution3DTranslator implements LayerTranslator<Convolution3D> {

        @Override
        public Class<Convolution3D> type() {
            return Convolution3D.class;
        }

        @Override
        public Signal translate(Convolution3D layer, List<Signal> inputs, Shape output, GraphPlan plan) {
            SlidingWindow window =
                    SlidingWindow.of(layer.getKernelSize(), layer.getStride(), layer.getDilation());
            Parameter kernel = KernelParts.kernel(layer, KernelParts.KERNEL,
                    window.kernel(inputs.get(0).channels(), layer.getFilters()));
            List<Parameter> parameters = KernelParts.withBias(kernel, layer.isUseBias(), layer.getFilters());
            // With steps wider than 1 and padding of its own, oneDNN leaves parts of the gradient unset.
            Fitted fitted = window.jumps() ? window.surround(layer, layer.getPadding(), inputs.get(0), plan)
                    : new Fitted(inputs.get(0), layer.getPadding());
            Signal result = new Dilation(layer, window, fitted.padding()).convolve(fitted.input(), output, plan,
                    (dense, volume, shape) -> plan.computation(layer, new WindowKernel("conv3dnew",
                            dense.convolutionArguments(volume.padding()), new Signal("", shape).sizes(),
                            parameters, FastPath.takes(layer, Kind.CONVOLUTION_3D, dense,
                                    "a convolution with a window or stride above 16", plan)),
                            volume.input(), shape));
            return ActivationPart.apply(plan.activation(layer, layer.getActivation()), layer, result, plan);
        }
    }
}
