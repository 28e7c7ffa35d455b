// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.exchange.onnx.window;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.vesalius.network.Convolution;
import org.vesalius.network.NetworkFactory;
import org.vesalius.network.Padding;
import org.vesalius.network.TransposedConvolution1D;
import org.vesalius.network.TransposedConvolution2D;
import org.vesalius.network.TransposedConvolution3D;
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
import org.vesalius.network.weights.WeightTensor;

/** Transposed convolutions. Where the file cuts off a border that same padding would not, a cropping does. */
public final class TransposedReader implements OperatorReader {
    private static final NetworkFactory MAKE = NetworkFactory.eINSTANCE;

    @Override
    public void read(ForeignNode node, Reading reading) throws NotExpressible {
        ForeignArray kernel = whole(reading.needed(node, 1), node);
        Optional<ForeignArray> bias = reading.constant(node, 2);
        View in = SlidingWindow.ChannelsFirst.in(reading.view(node, 0), node, reading);
        if (kernel.dims().size() != in.shape().rank() + 1 || kernel.dims().get(0) != in.shape().last().size()) {
            throw new NotExpressible("its kernel " + Sizes.text(kernel.dims()) + " does not fit its input");
        }
        SlidingWindow window = new SlidingWindow(kernel.dims().subList(2, kernel.dims().size()),
                SlidingWindow.of(node, kernel.dims().subList(2, kernel.dims().size())).strides(),
                Collections.nCopies(kernel.dims().size() - 2, 1));
        if (!node.integers("output_shape").isEmpty()) {
            throw new NotExpressible("it has a fixed size of its result");
        }
        Border cut = cut(node, window);
        Convolution layer = layer(window);
        layer.setFilters(kernel.dims().get(1));
        layer.setUseBias(bias.isPresent());
        layer.setPadding(isSame(cut, window) ? Padding.SAME : Padding.VALID);
        View result = reading.add(node, layer, in);
        reading.draft().weight(layer, "kernel", ConvolutionReader.channelsLast(kernel));
        if (!kernel.equals(reading.needed(node, 1))) {
            reading.draft().note(layer, Fidelity.APPROXIMATED, "zeros in its kernel stand for its groups or"
                    + " dilations; predictions are the same, training fills the zeros");
        }
        bias.ifPresent(array -> reading.draft().weight(layer, "bias",
                WeightTensor.of(array.floats(), array.size())));
        View whole = layer.getPadding() == Padding.SAME || cut.isEmpty() ? result
                : reading.add(node.called() + "_border", node.type(), cut.cropping(), List.of(result));
        reading.put(node, SlidingWindow.ChannelsFirst.out(whole));
    }

    /**
     * What is cut off the full result, which is (size − 1)·stride + the larger of kernel and stride long. A negative
     * number stands for what would have to be added.
     */
    private static Border cut(ForeignNode node, SlidingWindow window) throws NotExpressible {
        List<Long> added = node.integers("output_padding");
        if (!added.isEmpty() && added.size() != window.axes()) {
            throw new NotExpressible("its result is filled up along " + added.size() + " axes");
        }
        Border pads = pads(node, window, added);
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

    /** With same padding, strides times as many places remain. */
    private static Border pads(ForeignNode node, SlidingWindow window, List<Long> added) throws NotExpressible {
        String how = node.text("auto_pad", "NOTSET");
        if (!how.startsWith("SAME")) {
            return Border.of(node, window, List.of());
        }
        List<Integer> begins = new ArrayList<>();
        List<Integer> ends = new ArrayList<>();
        for (int axis = 0; axis < window.axes(); axis++) {
            int filled = added.isEmpty() ? 0 : added.get(axis).intValue();
            int total = Math.max(0, window.kernel().get(axis) - window.strides().get(axis) + filled);
            int begin = how.equals("SAME_UPPER") ? total / 2 : total - total / 2;
            begins.add(begin);
            ends.add(total - begin);
        }
        return new Border(begins, ends);
    }

    /** The kernel over all channels and places: zeros between groups and between dilated places. */
    private static ForeignArray whole(ForeignArray kernel, ForeignNode node) throws NotExpressible {
        if (kernel.dims().size() < 3) {
            throw new NotExpressible("its kernel " + Sizes.text(kernel.dims()) + " has no places");
        }
        ConvolutionReader.demandKernel(node, kernel);
        SlidingWindow window = SlidingWindow.of(node, kernel.dims().subList(2, kernel.dims().size()));
        ForeignArray wide = GroupedKernel.transposed(kernel, node.integer("group", 1));
        return window.isDilated() ? GroupedKernel.dilated(wide, window) : wide;
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
