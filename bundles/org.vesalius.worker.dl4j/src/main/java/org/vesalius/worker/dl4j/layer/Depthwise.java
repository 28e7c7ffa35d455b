// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.dl4j.layer;

import java.util.List;

import org.vesalius.network.Padding;
import org.vesalius.network.Weighted;
import org.vesalius.network.shape.Shape;
import org.vesalius.worker.dl4j.compute.Parameter;
import org.vesalius.worker.dl4j.compute.WindowKernel;
import org.vesalius.worker.dl4j.graph.GraphPlan;
import org.vesalius.worker.dl4j.graph.Signal;
import org.vesalius.worker.dl4j.layer.SlidingWindow.Fitted;
import org.vesalius.worker.dl4j.onednn.OneDnnSupport.Kind;

/**
 * A filter for each channel of an image by itself; kernel {@code [height, width, channels, multiplier]}.
 *
 * @param window the window
 * @param padding what happens at the border
 * @param multiplier results that each channel gets
 * @param useBias whether each result adds a learned number
 */
record Depthwise(SlidingWindow window, Padding padding, int multiplier, boolean useBias) {

    /** Adds it; {@code places} is the shape of the result but for its channels. */
    Signal add(Weighted owner, Signal input, Shape places, GraphPlan plan) {
        Fitted fitted = window.fit(owner, padding, input, plan);
        Signal image = fitted.input();
        int results = image.channels() * multiplier;
        Shape output = places.withLast(results);
        Parameter kernel =
                KernelParts.kernel(owner, "depthwise_kernel", window.kernel(image.channels(), multiplier));
        List<Parameter> parameters = KernelParts.withBias(kernel, useBias, results);
        WindowKernel convolution = new WindowKernel("depthwise_conv2d",
                window.arguments(fitted.padding(), WindowFormat.convolution()), new Signal("", output).sizes(), parameters,
                FastPath.takes(owner, Kind.DEPTHWISE, window, "a depthwise convolution with dilation", plan));
        return plan.computation(owner, convolution, image, output);
    }
}
