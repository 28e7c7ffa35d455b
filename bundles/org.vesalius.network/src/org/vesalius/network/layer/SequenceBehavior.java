// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.layer;

import java.util.OptionalLong;
import org.vesalius.network.Layer;
import org.vesalius.network.shape.Shape;

/**
 * A layer type that takes sequences of time×features and leaves shape and numbers as they are: Masking.
 *
 * @param <L> the generated interface of the layer type
 */
final class SequenceBehavior<L extends Layer> extends OneInputBehavior<L> {
    SequenceBehavior(Class<L> type) {
        super(type);
    }

    @Override
    protected Shape outputShape(L layer, Shape input) throws ShapeMismatch {
        Wants.sequence(layer, input);
        return input;
    }

    @Override
    protected OptionalLong flops(L layer, Shape input, Shape output) {
        return Flops.NONE;
    }
}
