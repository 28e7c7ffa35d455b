// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.exchange.keras.read;

import java.util.ArrayList;
import java.util.List;
import org.vesalius.network.NetworkFactory;
import org.vesalius.network.Permute;
import org.vesalius.network.shape.AxisOrder;

/** Brings a value into the order of axes in which a layer of Keras takes it, by a Permute where need be. */
final class ChannelOrder {
    private final GraphTarget target;

    ChannelOrder(GraphTarget target) {
        this.target = target;
    }

    /**
     * The value, such that Keras has its last axis first, or in the same place.
     *
     * <p>Nothing moves in Keras: it takes the axes of the same numbers for others. Here channels always come last, so
     * that axes have to be exchanged.
     */
    Value with(Value value, boolean channelsFirst) {
        if (value.channelsFirst() == channelsFirst || value.rank() < 2) {
            return value;
        }
        List<Integer> order = new ArrayList<>();
        for (int axis = 1; axis <= value.rank(); axis++) {
            order.add(axis);
        }
        if (channelsFirst) {
            order.add(order.remove(0));
        } else {
            order.add(0, order.remove(order.size() - 1));
        }
        Permute permute = NetworkFactory.eINSTANCE.createPermute();
        permute.setOrder(new AxisOrder(order));
        target.add(permute, value.source().getName() + "_reordered", List.of(value));
        return Value.of(permute, target.shape(permute, List.of(value))).channelsFirst(channelsFirst);
    }

    List<Value> with(List<Value> values, boolean channelsFirst) {
        return values.stream().map(value -> with(value, channelsFirst)).toList();
    }
}
