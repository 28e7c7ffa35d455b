// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.dl4j.layer;

import java.util.List;

import org.vesalius.network.Convolution3D;
import org.vesalius.network.shape.Shape;
import org.vesalius.worker.dl4j.compute.Parameter;
import org.vesalius.worker.dl4j.compute.WindowKernel;
import org.vesalius.worker.dl4j.graph.GraphPlan;
import org.vesalius.worker.dl4j.graph.LayerTranslator;
import org.vesalius.worker.dl4j.graph.Signal;
import org.vesalius.worker.dl4j.layer.SlidingWindow.Fitted;
import org.vesalius.worker.dl4j.onednn.OneDnnSupport.Kind;

/** Convolution over volumes; kernel {@code [depth, height, width, channels, filters]}. */
final class Convolution3DTranslator implements LayerTranslator<Convolution3D> {

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
                        dense.arguments(volume.padding(), WindowFormat.convolution()), new Signal("", shape).sizes(),
                        parameters, FastPath.takes(layer, Kind.CONVOLUTION_3D, dense,
                                "a convolution with a window or stride above 16", plan)),
                        volume.input(), shape));
        return ActivationTranslator.apply(plan.activation(layer, layer.getActivation()), layer, result, plan);
    }
}
