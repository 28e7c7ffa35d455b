// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.dl4j.layer.window;

import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

import org.vesalius.network.Convolution1D;
import org.vesalius.network.Convolution2D;
import org.vesalius.network.Layer;
import org.vesalius.network.Padding;
import org.vesalius.network.Pooling1D;
import org.vesalius.network.Pooling2D;
import org.vesalius.network.shape.Shape;
import org.vesalius.network.shape.Size2D;
import org.vesalius.network.shape.Size3D;
import org.vesalius.worker.dl4j.graph.GraphPlan;
import org.vesalius.worker.dl4j.graph.Signal;
import org.vesalius.worker.dl4j.step.Borders;
import org.vesalius.worker.dl4j.step.Borders.Cut;
import org.vesalius.worker.dl4j.step.Borders.ZeroBorders;

/**
 * A window that slides over any number of axes.
 *
 * @param size extent along each axis
 * @param stride step along each axis
 * @param dilation distance between neighbouring weights along each axis, 1 without dilation
 */
record SlidingWindow(List<Integer> size, List<Integer> stride, List<Integer> dilation) {
    // ND4J's numbers for the order of axes
    private static final long CHANNELS_LAST = 1;
    private static final long KERNEL_AS_KERAS = 0;
    private static final long AVERAGE_OF_PLACES_INSIDE = 0;

    SlidingWindow {
        size = List.copyOf(size);
        stride = List.copyOf(stride);
        dilation = List.copyOf(dilation);
    }

    /** The window of a 2D convolution. */
    static SlidingWindow of(Convolution2D layer) {
        return of(layer.getKernelSize(), layer.getStride(), layer.getDilation());
    }

    /** The window of a 1D convolution over an image of height 1. */
    static SlidingWindow of(Convolution1D layer) {
        return new SlidingWindow(List.of(1, layer.getKernelSize()), List.of(1, layer.getStride()),
                List.of(1, layer.getDilation()));
    }

    /** The window of a 2D pooling; without a stride it moves by its own size. */
    static SlidingWindow of(Pooling2D layer) {
        Size2D stride = layer.getStride();
        boolean own = stride == null || stride.height() == 0 || stride.width() == 0;
        return of(axes(layer.getPoolSize()), axes(own ? layer.getPoolSize() : stride));
    }

    /** The window of a 1D pooling over an image of height 1. */
    static SlidingWindow of(Pooling1D layer) {
        int stride = layer.getStride() == 0 ? layer.getPoolSize() : layer.getStride();
        return of(List.of(1, layer.getPoolSize()), List.of(1, stride));
    }

    static SlidingWindow of(Size2D size, Size2D stride, Size2D dilation) {
        return new SlidingWindow(axes(size), axes(stride), axes(dilation));
    }

    static SlidingWindow of(Size3D size, Size3D stride, Size3D dilation) {
        return new SlidingWindow(axes(size), axes(stride), axes(dilation));
    }

    /** A window without dilation. */
    static SlidingWindow of(List<Integer> size, List<Integer> stride) {
        return new SlidingWindow(size, stride, Collections.nCopies(size.size(), 1));
    }

    static List<Integer> axes(Size2D size) {
        return List.of(size.height(), size.width());
    }

    static List<Integer> axes(Size3D size) {
        return List.of(size.depth(), size.height(), size.width());
    }

    /** Whether its steps are wider than itself along an axis. */
    boolean leavesGaps() {
        return axes().anyMatch(axis -> stride.get(axis) > size.get(axis));
    }

    /** Sizes of a kernel: those of the window, then these. */
    long[] kernel(long... channels) {
        return LongStream.concat(size.stream().mapToLong(Integer::longValue), LongStream.of(channels)).toArray();
    }

    /**
     * Makes an input such that ND4J pads it rightly: causal zeros are laid in front; places at the end that no window of
     * same padding looks at are cut off, because ND4J would shift the window by them.
     *
     * @param owner the layer the window belongs to
     * @param padding what happens at the borders
     * @param input axes as many as the window's, and channels
     */
    Fitted fit(Layer owner, Padding padding, Signal input, GraphPlan plan) {
        return switch (padding) {
            case VALID -> new Fitted(input, Padding.VALID);
            case SAME -> same(seen(owner, input, plan));
            case CAUSAL -> new Fitted(preceded(owner, input, plan), Padding.VALID);
        };
    }

    /** The same, with zeros laid around the input wherever same padding asks for some; not for poolings. */
    Fitted surround(Layer owner, Padding padding, Signal input, GraphPlan plan) {
        Fitted fitted = fit(owner, padding, input, plan);
        if (fitted.padding() == Padding.VALID) {
            return fitted;
        }
        Shape shape = fitted.input().shape();
        List<Integer> zeros = axes().mapToObj(axis -> zeros(axis, shape.size(axis))).toList();
        Borders borders = new Borders(zeros.stream().map(count -> count / 2).toList(),
                zeros.stream().map(count -> count - count / 2).toList());
        Signal wide = plan.step(owner, new ZeroBorders(borders), fitted.input(), resized(shape, borders, 1));
        return new Fitted(wide, Padding.VALID);
    }

    /** Whether it moves by more than one place along an axis. */
    boolean jumps() {
        return stride.stream().anyMatch(step -> step > 1);
    }

    /**
     * ND4J's arguments for a convolution with this window over arrays with the channels last.
     *
     * @param padding what the operation does at the borders
     */
    long[] convolutionArguments(Padding padding) {
        return arguments(padding, CHANNELS_LAST, KERNEL_AS_KERAS);
    }

    /** The same for a pooling. */
    long[] poolingArguments(Padding padding) {
        return arguments(padding, AVERAGE_OF_PLACES_INSIDE, CHANNELS_LAST);
    }

    private long[] arguments(Padding padding, long... format) {
        LongStream none = LongStream.of(new long[size.size()]);
        LongStream window = LongStream.concat(stream(size), LongStream.concat(stream(stride), none));
        LongStream border = LongStream.concat(stream(dilation), LongStream.of(padding == Padding.SAME ? 1 : 0));
        return LongStream.concat(LongStream.concat(window, border), LongStream.of(format)).toArray();
    }

    private Fitted same(Signal seen) {
        boolean needsZeros = axes().anyMatch(axis -> zeros(axis, seen.shape().size(axis)) > 0);
        return new Fitted(seen, needsZeros ? Padding.SAME : Padding.VALID);
    }

    private Signal seen(Layer owner, Signal input, GraphPlan plan) {
        Borders unseen = new Borders(Collections.nCopies(size.size(), 0),
                axes().mapToObj(axis -> Math.max(0, -zeros(axis, input.shape().size(axis)))).toList());
        return unseen.none() ? input : plan.step(owner, new Cut(unseen), input, resized(input.shape(), unseen, -1));
    }

    private Signal preceded(Layer owner, Signal input, GraphPlan plan) {
        Borders zeros = new Borders(axes().mapToObj(axis -> reach(axis) - 1).toList(),
                Collections.nCopies(size.size(), 0));
        return zeros.none() ? input : plan.step(owner, new ZeroBorders(zeros), input, resized(input.shape(), zeros, 1));
    }

    /** Zeros that same padding needs along an axis; below 0, so many places at the end are never looked at. */
    private int zeros(int axis, int length) {
        int step = stride.get(axis);
        return ((length + step - 1) / step - 1) * step + reach(axis) - length;
    }

    private int reach(int axis) {
        return (size.get(axis) - 1) * dilation.get(axis) + 1;
    }

    private static Shape resized(Shape shape, Borders borders, int sign) {
        Shape result = shape;
        for (int axis = 0; axis < borders.before().size(); axis++) {
            int change = borders.before().get(axis) + borders.after().get(axis);
            result = result.withSize(axis, shape.size(axis) + sign * change);
        }
        return result;
    }

    private IntStream axes() {
        return IntStream.range(0, size.size());
    }

    static int[] array(List<Integer> values) {
        return values.stream().mapToInt(Integer::intValue).toArray();
    }

    private static LongStream stream(List<Integer> values) {
        return values.stream().mapToLong(Integer::longValue);
    }

    /**
     * An input made to fit.
     *
     * @param input the input
     * @param padding what is left to do for the operation: valid, or same with zeros along at least one axis
     */
    record Fitted(Signal input, Padding padding) {
    }
}
