// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.layer;

import java.util.OptionalLong;
import org.vesalius.network.Layer;
import org.vesalius.network.shape.Shape;

/**
 * A layer type that takes any shape, leaves it as it is, and learns nothing: Activation, Dropout, Output.
 *
 * @param <L> the generated interface of the layer type
 */
final class UnchangedShape<L extends Layer> extends OneInputBehavior<L> {
    private final int operations;

    /** A layer that does nothing to the numbers in use. */
    UnchangedShape(Class<L> type) {
        this(type, 0);
    }

    /** @param operations how many operations each number takes in use */
    UnchangedShape(Class<L> type, int operations) {
        super(type);
        this.operations = operations;
    }

    @Override
    protected Shape outputShape(L layer, Shape input) {
        return input;
    }

    @Override
    protected OptionalLong flops(L layer, Shape input, Shape output) {
        return Flops.each(output, operations);
    }
}
