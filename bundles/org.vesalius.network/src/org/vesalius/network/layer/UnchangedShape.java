// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.layer;

import org.vesalius.network.Layer;
import org.vesalius.network.shape.Shape;

/**
 * A layer type that changes numbers but not the shape, and learns nothing: Activation, Dropout, Output.
 *
 * @param <L> the generated interface of the layer type
 */
final class UnchangedShape<L extends Layer> extends OneInputBehavior<L> {
    UnchangedShape(Class<L> type) {
        super(type);
    }

    @Override
    protected Shape outputShape(L layer, Shape input) {
        return input;
    }
}
