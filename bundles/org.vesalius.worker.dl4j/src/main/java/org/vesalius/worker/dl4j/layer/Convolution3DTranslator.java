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
        // With steps wider than 1 and padding of its own, oneDNN leaves parts of the gradient unset.
        Fitted fitted = window.jumps() ? window.surround(layer, layer.getPadding(), inputs.get(0), plan)
                : window.fit(layer, layer.getPadding(), inputs.get(0), plan);
        Signal volume = fitted.input();
        Parameter kernel = KernelParts.kernel(layer, KernelParts.KERNEL,
                window.kernel(volume.channels(), layer.getFilters()));
        WindowKernel convolution = new WindowKernel("conv3dnew",
                window.arguments(fitted.padding(), WindowFormat.convolution()), new Signal("", output).sizes(),
                KernelParts.withBias(kernel, layer.isUseBias(), layer.getFilters()),
                FastPath.takes(layer, Kind.CONVOLUTION_3D, window, "a convolution with dilation", plan));
        Signal result = plan.computation(layer, convolution, volume, output);
        return ActivationTranslator.apply(plan.activation(layer, layer.getActivation()), layer, result, plan);
    }
}
