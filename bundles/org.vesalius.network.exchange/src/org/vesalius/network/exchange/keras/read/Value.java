// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.exchange.keras.read;

import java.util.List;
import java.util.Optional;
import org.vesalius.network.Layer;
import org.vesalius.network.shape.Shape;

/**
 * What flows out of a layer, and how it lies in Keras. Here channels always come last; in Keras they may come first.
 *
 * @param source the layer in the network
 * @param shape shape of one sample here, if it can be known
 * @param channelsFirst whether Keras has the last axis first
 * @param unfolded the shape before a Flatten, channels last, if Keras numbers the flattened row channels first
 */
record Value(Layer source, Optional<Shape> shape, boolean channelsFirst, Optional<Shape> unfolded) {
    /** A value that lies in Keras as it does here. */
    static Value of(Layer source, Optional<Shape> shape) {
        return new Value(source, shape, false, Optional.empty());
    }

    /** The same order of the same axes behind another layer. */
    Value behind(Layer layer, Optional<Shape> newShape) {
        return new Value(layer, newShape, channelsFirst, unfolded);
    }

    Value channelsFirst(boolean first) {
        return new Value(source, shape, first, unfolded);
    }

    Value unfolded(Shape before) {
        return new Value(source, shape, channelsFirst, Optional.of(before));
    }

    /** Number of axes of a sample, 0 if not known. */
    int rank() {
        return shape.map(Shape::rank).orElse(0);
    }

    /** The shapes of values, empty if one is not known. */
    static Optional<List<Shape>> shapes(List<Value> values) {
        if (values.stream().anyMatch(value -> value.shape().isEmpty())) {
            return Optional.empty();
        }
        return Optional.of(values.stream().map(value -> value.shape().get()).toList());
    }
}
