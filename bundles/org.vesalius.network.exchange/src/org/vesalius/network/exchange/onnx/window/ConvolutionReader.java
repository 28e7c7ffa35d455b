// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.exchange.onnx.window;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.vesalius.network.Convolution;
import org.vesalius.network.Convolution1D;
import org.vesalius.network.Convolution2D;
import org.vesalius.network.Convolution3D;
import org.vesalius.network.DepthwiseConvolution2D;
import org.vesalius.network.Layer;
import org.vesalius.network.NetworkFactory;
import org.vesalius.network.Padding;
import org.vesalius.network.exchange.Fidelity;
import org.vesalius.network.exchange.onnx.draw.Border;
import org.vesalius.network.exchange.onnx.draw.OperatorReader;
import org.vesalius.network.exchange.onnx.draw.Reading;
import org.vesalius.network.exchange.onnx.draw.SlidingWindow;
import org.vesalius.network.exchange.onnx.draw.View;
import org.vesalius.network.exchange.onnx.graph.ForeignArray;
import org.vesalius.network.exchange.onnx.graph.ForeignNode;
import org.vesalius.network.exchange.onnx.graph.NotExpressible;
import org.vesalius.network.exchange.onnx.graph.Sizes;
import org.vesalius.network.exchange.onnx.write.Permutation;
import org.vesalius.network.weights.WeightTensor;

/** Convolutions: ordinary ones along one to three axes, and in two dimensions those of each channel by itself. */
public final class ConvolutionReader implements OperatorReader {
    private static final NetworkFactory MAKE = NetworkFactory.eINSTANCE;

    @Override
    public void read(ForeignNode node, Reading reading) throws NotExpressible {
        ForeignArray kernel = reading.needed(node, 1);
        Optional<ForeignArray> bias = reading.constant(node, 2);
        View in = SlidingWindow.ChannelsFirst.in(reading.view(node, 0), node, reading);
        if (kernel.dims().size() != in.shape().rank() + 1) {
            throw new NotExpressible("its kernel " + Sizes.text(kernel.dims()) + " does not fit its input");
        }
        SlidingWindow window = SlidingWindow.of(node, kernel.dims().subList(2, kernel.dims().size()));
        demandKernel(node, kernel);
        long groups = node.integer("group", 1);
        if (kernel.dims().get(1) * groups != in.shape().last().size()) {
            throw new NotExpressible("its kernel " + Sizes.text(kernel.dims()) + " does not fit its input");
        }
        Border border = Border.of(node, window, PaddedInput.sizes(in));
        SlidingWindow slid = window.isDilated() && window.isStrided() ? window.everyPlace() : window;
        PaddedInput padded = PaddedInput.of(in, border, slid, node, reading);
        boolean single = isOfEachChannel(slid, kernel, groups, in);
        Layer layer = single ? depthwise(slid, kernel, padded.padding(), bias.isPresent(), groups)
                : ordinary(slid, kernel, padded.padding(), bias.isPresent());
        View result = reading.add(node, layer, padded.view());
        reading.draft().weight(layer, single ? "depthwise_kernel" : "kernel", single
                ? ofEachChannel(kernel, (int) groups) : channelsLast(GroupedKernel.whole(kernel, groups)));
        if (!single && groups > 1) {
            reading.draft().note(layer, Fidelity.APPROXIMATED, "its " + groups
                    + " groups are one kernel with zeros between them; predictions are the same, training fills the"
                    + " zeros");
        }
        bias.ifPresent(array -> reading.draft().weight(layer, "bias",
                WeightTensor.of(array.floats(), array.size())));
        View strided = slid == window ? result : StridedPooling.every(window.strides(), result, node, reading);
        reading.put(node, SlidingWindow.ChannelsFirst.out(strided));
    }

    /** The file says the size of the kernel twice. */
    static void demandKernel(ForeignNode node, ForeignArray kernel) throws NotExpressible {
        List<Long> named = node.integers("kernel_shape");
        if (!named.isEmpty() && !named.equals(kernel.dims().subList(2, kernel.dims().size()).stream()
                .map(Integer::longValue).toList())) {
            throw new NotExpressible("its kernel_shape " + Sizes.text(named) + " is not that of its kernel "
                    + Sizes.text(kernel.dims()));
        }
    }

    private static Layer ordinary(SlidingWindow window, ForeignArray kernel, Padding padding, boolean bias) {
        Convolution layer = switch (window.axes()) {
            case 1 -> along1(window);
            case 2 -> along2(window);
            default -> along3(window);
        };
        layer.setFilters(kernel.dims().get(0));
        layer.setPadding(padding);
        layer.setUseBias(bias);
        return layer;
    }

    private static Convolution along1(SlidingWindow window) {
        Convolution1D layer = MAKE.createConvolution1D();
        layer.setKernelSize(window.kernel().get(0));
        layer.setStride(window.strides().get(0));
        layer.setDilation(window.dilations().get(0));
        return layer;
    }

    private static Convolution along2(SlidingWindow window) {
        Convolution2D layer = MAKE.createConvolution2D();
        layer.setKernelSize(SlidingWindow.two(window.kernel()));
        layer.setStride(SlidingWindow.two(window.strides()));
        layer.setDilation(SlidingWindow.two(window.dilations()));
        return layer;
    }

    private static Convolution along3(SlidingWindow window) {
        Convolution3D layer = MAKE.createConvolution3D();
        layer.setKernelSize(SlidingWindow.three(window.kernel()));
        layer.setStride(SlidingWindow.three(window.strides()));
        layer.setDilation(SlidingWindow.three(window.dilations()));
        return layer;
    }

    private static boolean isOfEachChannel(SlidingWindow window, ForeignArray kernel, long groups, View in) {
        return groups > 1 && groups == in.shape().last().size() && kernel.dims().get(1) == 1
                && kernel.dims().get(0) % groups == 0 && window.axes() == 2;
    }

    private static Layer depthwise(SlidingWindow window, ForeignArray kernel, Padding padding, boolean bias,
            long groups) {
        DepthwiseConvolution2D layer = MAKE.createDepthwiseConvolution2D();
        layer.setKernelSize(SlidingWindow.two(window.kernel()));
        layer.setStride(SlidingWindow.two(window.strides()));
        layer.setDilation(SlidingWindow.two(window.dilations()));
        layer.setDepthMultiplier(kernel.dims().get(0) / (int) groups);
        layer.setPadding(padding);
        layer.setUseBias(bias);
        return layer;
    }

    /** Out × in × places becomes places × in × out; the way of a transposed convolution is the same. */
    static WeightTensor channelsLast(ForeignArray kernel) {
        List<Integer> order = new ArrayList<>(IntStream.range(2, kernel.dims().size()).boxed().toList());
        order.add(1);
        order.add(0);
        return Permutation.of(kernel.tensor(), order);
    }

    private static WeightTensor ofEachChannel(ForeignArray kernel, int channels) {
        List<Integer> dims = kernel.dims();
        List<Integer> unfolded = List.of(channels, dims.get(0) / channels, dims.get(2), dims.get(3));
        return Permutation.of(kernel.tensor().reshaped(unfolded), List.of(2, 3, 0, 1));
    }
}
