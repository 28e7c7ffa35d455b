// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.exchange.onnx.window;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.vesalius.network.Padding;
import org.vesalius.network.PoolingKind;
import org.vesalius.network.exchange.onnx.draw.Border;
import org.vesalius.network.exchange.onnx.draw.Reading;
import org.vesalius.network.exchange.onnx.draw.SlidingWindow;
import org.vesalius.network.exchange.onnx.draw.View;
import org.vesalius.network.exchange.onnx.graph.ForeignNode;
import org.vesalius.network.exchange.onnx.graph.NotExpressible;

/**
 * A pooling with a border that is none of a layer's and whose places don't count: the pooling of every place with same
 * padding, of which every so many are kept, from the one on that the file begins with.
 *
 * @param kind what it keeps of a window
 * @param window the window
 * @param border what the file adds around
 * @param node the operator
 * @param reading where the layers go
 */
record StridedPooling(PoolingKind kind, SlidingWindow window, Border border, ForeignNode node, Reading reading) {
    /** Whether the first and the last window lie around places of the input. */
    static boolean fits(SlidingWindow window, Border border) {
        return !border.isNegative() && IntStream.range(0, window.axes()).allMatch(axis -> border.begins().get(axis) <= before(window, axis)
                && border.ends().get(axis) <= window.kernel().get(axis) - 1 - before(window, axis));
    }

    /** Adds the layers behind an input with channels last. */
    View add(View in) throws NotExpressible {
        List<Integer> ones = Collections.nCopies(window.axes(), 1);
        View everywhere = reading.add(node, PoolingReaders.layer(kind,
                new SlidingWindow(window.kernel(), ones, ones), Padding.SAME), in);
        List<Integer> begins = new ArrayList<>();
        for (int axis = 0; axis < window.axes(); axis++) {
            begins.add(before(window, axis) - border.begins().get(axis));
        }
        List<Integer> ends = new ArrayList<>();
        for (int axis = 0; axis < window.axes(); axis++) {
            ends.add(window.kernel().get(axis) - 1 - before(window, axis) - border.ends().get(axis));
        }
        Border cut = new Border(begins, ends);
        View within = cut.isEmpty() ? everywhere
                : reading.add(node.called() + "_border", node.type(), cut.cropping(), List.of(everywhere));
        return every(window.strides(), within, node, reading);
    }

    /** Every so many places, from the first on. */
    static View every(List<Integer> strides, View in, ForeignNode node, Reading reading) throws NotExpressible {
        if (strides.stream().allMatch(stride -> stride == 1)) {
            return in;
        }
        List<Integer> ones = Collections.nCopies(strides.size(), 1);
        return reading.add(node.called() + "_stride", node.type(), PoolingReaders.layer(PoolingKind.MAX,
                new SlidingWindow(ones, strides, ones), Padding.VALID), List.of(in));
    }

    /** How far a window of same padding reaches before its place. */
    private static int before(SlidingWindow window, int axis) {
        return (window.kernel().get(axis) - 1) / 2;
    }
}
