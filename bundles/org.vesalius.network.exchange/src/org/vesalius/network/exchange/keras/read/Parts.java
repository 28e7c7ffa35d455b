// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.exchange.keras.read;

import java.util.ArrayList;
import java.util.List;
import org.vesalius.network.Activation;
import org.vesalius.network.ActivationFunction;
import org.vesalius.network.Layer;
import org.vesalius.network.LeakyReLU;
import org.vesalius.network.NetworkFactory;
import org.vesalius.network.Permute;
import org.vesalius.network.Rescaling;
import org.vesalius.network.Reshape;
import org.vesalius.network.exchange.keras.type.KerasShapes;
import org.vesalius.network.shape.AxisOrder;

/** The small layers of which others are put together. */
final class Parts {
    private static final NetworkFactory MAKE = NetworkFactory.eINSTANCE;

    private Parts() {
    }

    /** x·scale + offset. */
    static Layer rescaling(double scale, double offset) {
        Rescaling rescaling = MAKE.createRescaling();
        rescaling.setScale(scale);
        rescaling.setOffset(offset);
        return rescaling;
    }

    static Layer function(ActivationFunction function) {
        Activation activation = MAKE.createActivation();
        activation.setFunction(function);
        return activation;
    }

    static Layer leaky(double slope) {
        LeakyReLU leaky = MAKE.createLeakyReLU();
        leaky.setSlope(slope);
        return leaky;
    }

    /** @param sizes of the axes of a sample */
    static Layer reshape(List<Integer> sizes) {
        Reshape reshape = MAKE.createReshape();
        reshape.setShape(KerasShapes.shape(sizes));
        return reshape;
    }

    /** Moves one axis of a sample behind all others. */
    static Layer toTheEnd(int axis, int rank) {
        List<Integer> order = ascending(rank);
        order.add(order.remove(axis));
        return permute(order);
    }

    /** Moves the last axis of a sample to a place among the others. */
    static Layer fromTheEnd(int axis, int rank) {
        List<Integer> order = ascending(rank);
        order.add(axis, order.remove(rank - 1));
        return permute(order);
    }

    private static Layer permute(List<Integer> order) {
        Permute permute = MAKE.createPermute();
        permute.setOrder(new AxisOrder(order));
        return permute;
    }

    private static List<Integer> ascending(int rank) {
        List<Integer> order = new ArrayList<>();
        for (int axis = 1; axis <= rank; axis++) {
            order.add(axis);
        }
        return order;
    }
}
