// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.layer;

import java.util.List;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.function.LongUnaryOperator;
import org.vesalius.network.Layer;
import org.vesalius.network.shape.Shape;

/**
 * Puts zeros around sequences, images or volumes, or cuts something off them; no weights.
 *
 * @param <L> the generated interface of the layer type
 */
final class BorderBehavior<L extends Layer> extends OneInputBehavior<L> {
    private final Function<L, List<Integer>> growth;

    /** @param growth how much longer each axis but the last becomes; below 0 where something is cut off */
    BorderBehavior(Class<L> type, Function<L, List<Integer>> growth) {
        super(type);
        this.growth = growth;
    }

    @Override
    protected Shape outputShape(L layer, Shape input) throws ShapeMismatch {
        List<Integer> amounts = growth.apply(layer);
        Wants.places(layer, input, amounts.size());
        return Resized.of(layer, input, amounts.stream().<LongUnaryOperator>map(amount -> size -> size + amount)
                .toList());
    }

    @Override
    protected OptionalLong flops(L layer, Shape input, Shape output) {
        return Flops.NONE;
    }
}
