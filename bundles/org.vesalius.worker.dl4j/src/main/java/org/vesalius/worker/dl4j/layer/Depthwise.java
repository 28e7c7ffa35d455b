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
        int results = input.channels() * multiplier;
        Parameter kernel =
                KernelParts.kernel(owner, "depthwise_kernel", window.kernel(input.channels(), multiplier));
        List<Parameter> parameters = KernelParts.withBias(kernel, useBias, results);
        return new Dilation(owner, window, padding).convolve(input, places.withLast(results), plan,
                (dense, fitted, shape) -> plan.computation(owner, new WindowKernel("depthwise_conv2d",
                        dense.arguments(fitted.padding(), WindowFormat.convolution()), new Signal("", shape).sizes(),
                        parameters, FastPath.takes(owner, Kind.DEPTHWISE, dense,
                                "a depthwise convolution with a window or stride above 16", plan)),
                        fitted.input(), shape));
    }
}
