// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.dl4j.layer.window;

import java.util.List;
import java.util.stream.IntStream;

import org.vesalius.network.Convolution;
import org.vesalius.network.Padding;
import org.vesalius.network.shape.Shape;
import org.vesalius.worker.dl4j.compute.array.ChannelBias;
import org.vesalius.worker.dl4j.compute.Parameter;
import org.vesalius.worker.dl4j.compute.WindowKernel;
import org.vesalius.worker.dl4j.graph.GraphPlan;
import org.vesalius.worker.dl4j.graph.Signal;
import org.vesalius.worker.dl4j.layer.part.ActivationPart;
import org.vesalius.worker.dl4j.onednn.OneDnnSupport.Kind;
import org.vesalius.worker.dl4j.step.Borders;
import org.vesalius.worker.dl4j.step.Borders.Cut;
import org.vesalius.worker.dl4j.step.Borders.ZeroBorders;

/**
 * The way back of a convolution over images or volumes; kernel {@code [window…, filters, channels]}.
 *
 * @param operation ND4J's name of it
 * @param kind what it is to oneDNN
 * @param window the window; its stride says how many times larger the result is
 */
record TransposedConvolution(String operation, Kind kind, SlidingWindow window) {

    /** Over images. */
    static TransposedConvolution overImages(List<Integer> kernel, List<Integer> stride) {
        return new TransposedConvolution("deconv2d", Kind.TRANSPOSED, SlidingWindow.of(kernel, stride));
    }

    /** Over volumes. */
    static TransposedConvolution overVolumes(List<Integer> kernel, List<Integer> stride) {
        return new TransposedConvolution("deconv3d", Kind.TRANSPOSED_3D, SlidingWindow.of(kernel, stride));
    }

    /** Adds it with its activation; {@code output} is the shape of the result. */
    Signal add(Convolution layer, Signal input, Shape output, GraphPlan plan) {
        Signal result = window.leavesGaps() ? widened(layer, input, output, plan)
                : convolved(layer, layer.getPadding(), layer.isUseBias(), input, output, plan);
        return ActivationPart.apply(plan.activation(layer, layer.getActivation()), layer, result, plan);
    }

    private Signal convolved(Convolution layer, Padding padding, boolean bias, Signal input, Shape output,
            GraphPlan plan) {
        Parameter kernel = KernelParts.kernel(layer, KernelParts.KERNEL,
                window.kernel(layer.getFilters(), input.channels()));
        WindowKernel convolution = new WindowKernel(operation, window.convolutionArguments(padding),
                new Signal("", output).sizes(), KernelParts.withBias(kernel, bias, layer.getFilters()),
                FastPath.takes(layer, kind, window, "a transposed convolution with a window above 16", plan));
        return plan.computation(layer, convolution, input, output);
    }

    /**
     * Where the stride is larger than the window along an axis, ND4J would shift the result. Here it comes out as it is
     * without padding; what lies over is cut off, gaps at the end are filled with zeros, and the bias comes last.
     */
    private Signal widened(Convolution layer, Signal input, Shape output, GraphPlan plan) {
        List<Integer> over = axes().mapToObj(axis -> natural(axis, input.shape()) - output.size(axis)).toList();
        Borders cut = new Borders(over.stream().map(n -> Math.max(0, n) / 2).toList(),
                over.stream().map(n -> Math.max(0, n) - Math.max(0, n) / 2).toList());
        Borders gaps = new Borders(over.stream().map(n -> 0).toList(),
                over.stream().map(n -> Math.max(0, -n)).toList());
        Shape natural = output;
        Shape inside = output;
        for (int axis : axes().toArray()) {
            natural = natural.withSize(axis, natural(axis, input.shape()));
            inside = inside.withSize(axis, Math.min(natural.size(axis), output.size(axis)));
        }
        Signal result = convolved(layer, Padding.VALID, false, input, natural, plan);
        Signal fitting = cut.none() ? result : plan.step(layer, new Cut(cut), result, inside);
        Signal wide = plan.step(layer, new ZeroBorders(gaps), fitting, output);
        return layer.isUseBias() ? plan.computation(layer, new ChannelBias(layer.getFilters()), wide, output) : wide;
    }

    /** Size of the result along an axis without padding. */
    private int natural(int axis, Shape input) {
        return (input.size(axis) - 1) * window.stride().get(axis) + window.size().get(axis);
    }

    private IntStream axes() {
        return IntStream.range(0, window.size().size());
    }
}
