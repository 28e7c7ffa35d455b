// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.layer.standard;

import java.util.List;
import java.util.stream.IntStream;
import org.vesalius.network.Padding;
import org.vesalius.network.shape.Axis;
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

    /**
     * A window that moves along one axis. Formulas: Dumoulin and Visin, A guide to convolution arithmetic for deep
     * learning, arXiv:1603.07285, relationships 6 and 15; border handling as TensorFlow's VALID and SAME.
     *
     * @param extent number of steps the window looks at, at least 1
     * @param stride how far it moves, at least 1
     * @param dilation distance between the steps it looks at, at least 1
     * @param padding what happens at the border
     */
    record Window(int extent, int stride, int dilation, Padding padding) {

        /** How many steps the window spans from its first to its last. */
        int span() {
            return dilation * (extent - 1) + 1;
        }

        /** Whether it finds a place on an axis of this size; an unknown size may turn out large enough. */
        boolean fits(int size) {
            return size == Axis.UNKNOWN || padding != Padding.VALID || span() <= size;
        }

        /** How many places it finds on an axis on which it fits; unknown if the size is. */
        int placesOn(int size) {
            if (size == Axis.UNKNOWN) {
                return Axis.UNKNOWN;
            }
            return padding != Padding.VALID ? (size - 1) / stride + 1 : (size - span()) / stride + 1;
        }
    }
}
