// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.exchange.onnx.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vesalius.network.Convolution;
import org.vesalius.network.NetworkFactory;
import org.vesalius.network.Padding;
import org.vesalius.network.TransposedConvolution1D;
import org.vesalius.network.TransposedConvolution2D;
import org.vesalius.network.TransposedConvolution3D;
import org.vesalius.network.weights.WeightTensor;

/** Transposed convolutions. Where the file cuts off a border that same padding would not, a cropping does. */
final class TransposedReader implements OperatorReader {
    private static final NetworkFactory MAKE = NetworkFactory.eINSTANCE;

    @Override
    public void read(ForeignNode node, Reading reading) throws NotExpressible {
        ForeignArray kernel = reading.needed(node, 1);
        Optional<ForeignArray> bias = reading.constant(node, 2);
        View in = ChannelsFirst.in(reading.view(node, 0), node, reading);
        if (kernel.dims().size() != in.shape().rank() + 1 || node.integer("group", 1) != 1) {
            throw new NotExpressible("it convolves in groups");
        }
        SlidingWindow window = SlidingWindow.of(node, kernel.dims().subList(2, kernel.dims().size()));
        if (window.isDilated() || !node.integers("output_shape").isEmpty()) {
            throw new NotExpressible("it has dilations or a fixed size of its result");
        }
        Border cut = cut(node, window);
        Convolution layer = layer(window);
        layer.setFilters(kernel.dims().get(1));
        layer.setUseBias(bias.isPresent());
        layer.setPadding(isSame(cut, window) ? Padding.SAME : Padding.VALID);
        View result = reading.add(node, layer, in);
        reading.sketch().weight(layer, "kernel", ConvolutionReader.channelsLast(kernel));
        bias.ifPresent(array -> reading.sketch().weight(layer, "bias",
                WeightTensor.of(array.floats(), array.size())));
        View whole = layer.getPadding() == Padding.SAME || cut.isEmpty() ? result
                : reading.add(node.called() + "_border", node.type(), PickReaders.cropping(cut), List.of(result));
        reading.put(node, ChannelsFirst.out(whole));
    }

    /**
     * What is cut off the full result, which is (size − 1)·stride + the larger of kernel and stride long. A negative
     * number stands for what would have to be added.
     */
    private static Border cut(ForeignNode node, SlidingWindow window) throws NotExpressible {
        Border pads = switch (node.text("auto_pad", "NOTSET")) {
            case "NOTSET", "VALID" -> Border.of(node, window, List.of());
            default -> throw new NotExpressible("its border depends on the size of its result");
        };
        List<Long> added = node.integers("output_padding");
        if (!added.isEmpty() && added.size() != window.axes()) {
            throw new NotExpressible("its result is filled up along " + added.size() + " axes");
        }
        List<Integer> ends = new ArrayList<>();
        for (int axis = 0; axis < window.axes(); axis++) {
            int longer = Math.max(0, window.strides().get(axis) - window.kernel().get(axis));
            int filled = added.isEmpty() ? 0 : (int) Math.min(added.get(axis), SlidingWindow.LARGEST);
            ends.add(pads.ends().get(axis) + longer - filled);
        }
        Border cut = new Border(pads.begins(), ends);
        if (cut.isNegative()) {
            throw new NotExpressible("its result is filled up at the end");
        }
        return cut;
    }

    private static boolean isSame(Border cut, SlidingWindow window) {
        for (int axis = 0; axis < window.axes(); axis++) {
            int surplus = Math.max(0, window.kernel().get(axis) - window.strides().get(axis));
            if (cut.begins().get(axis) != surplus / 2 || cut.ends().get(axis) != surplus - surplus / 2) {
                return false;
            }
        }
        return !cut.isEmpty();
    }

    private static Convolution layer(SlidingWindow window) {
        return switch (window.axes()) {
            case 1 -> along1(window);
            case 2 -> along2(window);
            default -> along3(window);
        };
    }

    private static Convolution along1(SlidingWindow window) {
        TransposedConvolution1D layer = MAKE.createTransposedConvolution1D();
        layer.setKernelSize(window.kernel().get(0));
        layer.setStride(window.strides().get(0));
        return layer;
    }

    private static Convolution along2(SlidingWindow window) {
        TransposedConvolution2D layer = MAKE.createTransposedConvolution2D();
        layer.setKernelSize(SlidingWindow.two(window.kernel()));
        layer.setStride(SlidingWindow.two(window.strides()));
        return layer;
    }

    private static Convolution along3(SlidingWindow window) {
        TransposedConvolution3D layer = MAKE.createTransposedConvolution3D();
        layer.setKernelSize(SlidingWindow.three(window.kernel()));
        layer.setStride(SlidingWindow.three(window.strides()));
        return layer;
    }
}
