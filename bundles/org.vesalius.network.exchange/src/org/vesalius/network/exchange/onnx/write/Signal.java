// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.exchange.onnx.write;

import java.util.Optional;
import org.vesalius.network.shape.Shape;

/**
 * What flows from one layer to the next in the ONNX graph.
 *
 * @param value name of the value in the graph
 * @param shape shape of one sample, axes in Vesalius' order
 * @param layout how the axes lie in the value
 * @param lengths name of an int32 value with the number of steps of each sample that count, where a Masking came before
 */
record Signal(String value, Shape shape, Layout layout, Optional<String> lengths) {

    /** A signal in which every step counts. */
    Signal(String value, Shape shape, Layout layout) {
        this(value, shape, layout, Optional.empty());
    }

    /** Number of axes of one sample. */
    int rank() {
        return shape.rank();
    }

    /** The axis of the value on which the channels or features lie. */
    int channelAxis() {
        return layout.axis(rank(), rank());
    }

    /** Another value of the same shape and layout. */
    Signal with(String newValue) {
        return new Signal(newValue, shape, layout, lengths);
    }

    /** Another value of another shape in the same layout. */
    Signal with(String newValue, Shape newShape) {
        return new Signal(newValue, newShape, layout, newShape.rank() > 1 ? lengths : Optional.empty());
    }

    /** The same signal, of which only so many steps count. */
    Signal counting(Optional<String> newLengths) {
        return new Signal(value, shape, layout, newLengths);
    }
}
