// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.exchange.onnx.draw;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.vesalius.network.exchange.onnx.graph.ForeignNode;
import org.vesalius.network.exchange.onnx.graph.NotExpressible;
import org.vesalius.network.shape.Size2D;
import org.vesalius.network.shape.Size3D;

/**
 * The window of a convolution or pooling.
 *
 * @param kernel its extent along each axis
 * @param strides how far it moves
 * @param dilations distance between the places it looks at
 */
public record SlidingWindow(List<Integer> kernel, List<Integer> strides, List<Integer> dilations) {
    /** Larger than any window that can be computed; keeps products of sizes within range. */
    public static final int LARGEST = 1 << 14;

    /** The window of an operator. */
    public static SlidingWindow of(ForeignNode node, List<Integer> kernel) throws NotExpressible {
        SlidingWindow window = new SlidingWindow(kernel, ones(node, "strides", kernel.size()),
                ones(node, "dilations", kernel.size()));
        if (window.kernel.isEmpty() || window.kernel.size() > 3) {
            throw new NotExpressible("its window has " + window.kernel.size() + " axes");
        }
        if (!window.inRange(kernel) || !window.inRange(window.strides) || !window.inRange(window.dilations)) {
            throw new NotExpressible("its window is out of range");
        }
        return window;
    }

    private static List<Integer> ones(ForeignNode node, String attribute, int axes) throws NotExpressible {
        List<Long> values = node.integers(attribute);
        if (values.isEmpty()) {
            return Collections.nCopies(axes, 1);
        }
        if (values.size() != axes) {
            throw new NotExpressible("its " + attribute + " don't fit its window");
        }
        return values.stream().map(value -> (int) Math.min(value, Integer.MAX_VALUE)).toList();
    }

    private boolean inRange(List<Integer> values) {
        return values.stream().allMatch(value -> value >= 1 && value <= LARGEST);
    }

    /** The window at every place. */
    public SlidingWindow everyPlace() {
        return new SlidingWindow(kernel, Collections.nCopies(kernel.size(), 1), dilations);
    }

    public int axes() {
        return kernel.size();
    }

    /** From the first place it looks at to the last. */
    public int span(int axis) {
        return dilations.get(axis) * (kernel.get(axis) - 1) + 1;
    }

    public boolean isDilated() {
        return dilations.stream().anyMatch(d -> d != 1);
    }

    public boolean isStrided() {
        return strides.stream().anyMatch(s -> s != 1);
    }

    public static Size2D two(List<Integer> sizes) {
        return new Size2D(sizes.get(0), sizes.get(1));
    }

    public static Size3D three(List<Integer> sizes) {
        return new Size3D(sizes.get(0), sizes.get(1), sizes.get(2));
    }

    /** Values that lie as ONNX' convolutions want them: samples, channels, places. */
    public static final class ChannelsFirst {
        private ChannelsFirst() {
        }

        /** The value by a layer whose channels come last. */
        public static View in(View value, ForeignNode node, Reading reading) throws NotExpressible {
            if (!value.isBatchFirst() || value.rank() < 2) {
                throw new NotExpressible("the samples do not lie along the first axis");
            }
            return reading.arranged(value, value.channelsLast(), node.called());
        }

        /** A layer's result, channels last, as the value of the graph, channels first. */
        public static View out(View result) {
            List<List<Atom>> groups = new ArrayList<>(result.groups());
            groups.add(1, groups.remove(groups.size() - 1));
            return result.under(groups);
        }
    }
}
