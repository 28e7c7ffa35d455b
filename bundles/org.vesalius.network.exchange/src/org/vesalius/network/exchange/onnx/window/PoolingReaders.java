// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.exchange.onnx.window;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.vesalius.network.Activation;
import org.vesalius.network.ActivationFunction;
import org.vesalius.network.Layer;
import org.vesalius.network.NetworkFactory;
import org.vesalius.network.Padding;
import org.vesalius.network.Pooling;
import org.vesalius.network.Pooling1D;
import org.vesalius.network.Pooling2D;
import org.vesalius.network.Pooling3D;
import org.vesalius.network.PoolingKind;
import org.vesalius.network.exchange.Fidelity;
import org.vesalius.network.exchange.onnx.draw.Atom;
import org.vesalius.network.exchange.onnx.draw.Border;
import org.vesalius.network.exchange.onnx.draw.OperatorReader;
import org.vesalius.network.exchange.onnx.draw.Reading;
import org.vesalius.network.exchange.onnx.draw.SlidingWindow;
import org.vesalius.network.exchange.onnx.draw.View;
import org.vesalius.network.exchange.onnx.graph.ForeignNode;
import org.vesalius.network.exchange.onnx.graph.NotExpressible;

/** Poolings over windows. */
public final class PoolingReaders {
    private static final NetworkFactory MAKE = NetworkFactory.eINSTANCE;
    private static final Set<ActivationFunction> NEVER_NEGATIVE = Set.of(ActivationFunction.RELU,
            ActivationFunction.RELU6, ActivationFunction.SIGMOID, ActivationFunction.SOFTMAX,
            ActivationFunction.SOFTPLUS, ActivationFunction.EXPONENTIAL, ActivationFunction.HARD_SIGMOID);

    private PoolingReaders() {
    }

    public static void addTo(Map<String, OperatorReader> readers) {
        readers.put("MaxPool", (node, reading) -> pool(PoolingKind.MAX, node, reading));
        readers.put("AveragePool", (node, reading) -> pool(PoolingKind.AVERAGE, node, reading));
    }

    private static void pool(PoolingKind kind, ForeignNode node, Reading reading) throws NotExpressible {
        View in = SlidingWindow.ChannelsFirst.in(reading.view(node, 0), node, reading);
        List<Integer> kernel = node.integers("kernel_shape").stream()
                .map(size -> (int) Math.min(size, Integer.MAX_VALUE)).toList();
        SlidingWindow window = SlidingWindow.of(node, kernel);
        if (window.isDilated() || kernel.size() != in.shape().rank() - 1) {
            throw new NotExpressible("its window is dilated or does not fit its input");
        }
        Border border = withWholeWindows(node, window, in, Border.of(node, window, PaddedInput.sizes(in)));
        boolean countsZeros = kind == PoolingKind.AVERAGE && node.integer("count_include_pad", 0) != 0;
        boolean same = PaddedInput.isSame(in, border, window) && !border.isEmpty() && !countsZeros;
        boolean zerosAreRight = countsZeros || kind == PoolingKind.MAX && isNeverNegative(in.layer());
        if (!same && !border.isEmpty() && !zerosAreRight && StridedPooling.fits(window, border)) {
            reading.put(node, SlidingWindow.ChannelsFirst.out(new StridedPooling(kind, window, border, node, reading).add(in)));
            return;
        }
        View bordered = same || border.isEmpty() ? in : PaddedInput.padded(in, border, node, reading);
        Pooling layer = layer(kind, window, same ? Padding.SAME : Padding.VALID);
        View result = reading.add(node, layer, bordered);
        if (bordered != in && !zerosAreRight) {
            reading.draft().note(layer, Fidelity.APPROXIMATED, "zeros around its input count at the border");
        }
        reading.put(node, SlidingWindow.ChannelsFirst.out(result));
    }

    /** Where the file counts incomplete windows too, the border at the end grows until they are complete. */
    private static Border withWholeWindows(ForeignNode node, SlidingWindow window, View in, Border border)
            throws NotExpressible {
        if (node.integer("ceil_mode", 0) == 0) {
            return border;
        }
        List<Integer> ends = new ArrayList<>(border.ends());
        for (int axis = 0; axis < window.axes(); axis++) {
            int size = PaddedInput.sizes(in).get(axis);
            if (size == Atom.UNKNOWN) {
                throw new NotExpressible("its border depends on sizes that are not known");
            }
            int stride = window.strides().get(axis);
            int room = size + border.begins().get(axis) + ends.get(axis) - window.span(axis);
            int next = (room / stride + 1) * stride;
            boolean incomplete = room % stride != 0 && next < size + border.begins().get(axis);
            ends.set(axis, ends.get(axis) + (incomplete ? stride - room % stride : 0));
        }
        return new Border(border.begins(), ends);
    }

    private static boolean isNeverNegative(Layer layer) {
        return layer instanceof Activation activation && NEVER_NEGATIVE.contains(activation.getFunction());
    }

    /** A layer with a window that is not dilated. */
    static Pooling layer(PoolingKind kind, SlidingWindow window, Padding padding) {
        Pooling layer = switch (window.axes()) {
            case 1 -> along1(window);
            case 2 -> along2(window);
            default -> along3(window);
        };
        layer.setKind(kind);
        layer.setPadding(padding);
        return layer;
    }

    private static Pooling along1(SlidingWindow window) {
        Pooling1D layer = MAKE.createPooling1D();
        layer.setPoolSize(window.kernel().get(0));
        layer.setStride(window.strides().get(0));
        return layer;
    }

    private static Pooling along2(SlidingWindow window) {
        Pooling2D layer = MAKE.createPooling2D();
        layer.setPoolSize(SlidingWindow.two(window.kernel()));
        layer.setStride(SlidingWindow.two(window.strides()));
        return layer;
    }

    private static Pooling along3(SlidingWindow window) {
        Pooling3D layer = MAKE.createPooling3D();
        layer.setPoolSize(SlidingWindow.three(window.kernel()));
        layer.setStride(SlidingWindow.three(window.strides()));
        return layer;
    }
}
