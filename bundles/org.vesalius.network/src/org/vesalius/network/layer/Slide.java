// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.layer;

import java.util.List;
import java.util.stream.IntStream;
import org.vesalius.network.Padding;
import org.vesalius.network.shape.Saturated;
import org.vesalius.network.shape.Size2D;
import org.vesalius.network.shape.Size3D;

/**
 * How the window of a convolution or pooling moves over a sequence (one axis), an image (two) or a volume (three).
 *
 * @param extent how far the window reaches along each axis
 * @param stride how far it moves along each
 * @param dilation distance between the steps it looks at, along each
 * @param padding what happens at the border
 */
record Slide(List<Integer> extent, List<Integer> stride, List<Integer> dilation, Padding padding) {

    static Slide of(int extent, int stride, int dilation, Padding padding) {
        return new Slide(List.of(extent), List.of(stride), List.of(dilation), padding);
    }

    static Slide of(Size2D extent, Size2D stride, Size2D dilation, Padding padding) {
        return new Slide(extent.sizes(), stride.sizes(), dilation.sizes(), padding);
    }

    static Slide of(Size3D extent, Size3D stride, Size3D dilation, Padding padding) {
        return new Slide(extent.sizes(), stride.sizes(), dilation.sizes(), padding);
    }

    /** Number of axes it moves along. */
    int dimensions() {
        return extent.size();
    }

    /** How many places the window looks at. */
    long area() {
        return extent.stream().mapToLong(Integer::longValue).reduce(1, Saturated::times);
    }

    /** The window along each axis. */
    List<Window> windows() {
        return IntStream.range(0, dimensions())
                .mapToObj(i -> new Window(extent.get(i), stride.get(i), dilation.get(i), padding)).toList();
    }

    /** Whether it both jumps and leaves gaps. */
    boolean jumpsOverGaps() {
        return stride.stream().anyMatch(step -> step > 1) && dilation.stream().anyMatch(gap -> gap > 1);
    }
}
