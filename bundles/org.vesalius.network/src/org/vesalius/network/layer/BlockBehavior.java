// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.layer;

import java.util.List;
import org.vesalius.network.Layer;
import org.vesalius.network.shape.Shape;

/**
 * A block as a whole. Its inside is what is computed, so a block is expanded before shapes are worked out; one that
 * stands here could not be.
 *
 * @param <L> the generated interface of the layer type
 */
final class BlockBehavior<L extends Layer> implements LayerBehavior<L> {
    private final Class<L> type;

    BlockBehavior(Class<L> type) {
        this.type = type;
    }

    @Override
    public Class<L> type() {
        return type;
    }

    @Override
    public InputCount inputs() {
        return InputCount.atLeast(1);
    }

    @Override
    public Shape outputShape(L layer, List<Shape> inputs) throws ShapeMismatch {
        throw new Complaint(layer).say("can't be computed as it stands; ungroup it.",
                "A block is computed by the layers inside it.");
    }
}
