// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.layer;

import java.util.List;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.function.LongUnaryOperator;
import java.util.function.ToLongFunction;
import org.vesalius.network.Layer;
import org.vesalius.network.shape.Shape;

/**
 * A layer that makes sequences, images or volumes larger or smaller without learning anything: padding, cropping,
 * up-sampling.
 *
 * @param <L> the generated interface of the layer type
 */
final class ResizingBehavior<L extends Layer> extends OneInputBehavior<L> {
    private final Function<L, List<LongUnaryOperator>> sizes;
    private final ToLongFunction<L> operations;

    /** @param sizes for each axis but the last the new size of the old one */
    ResizingBehavior(Class<L> type, Function<L, List<LongUnaryOperator>> sizes) {
        this(type, sizes, layer -> 0);
    }

    /** @param operations how many operations each number of the result takes */
    ResizingBehavior(Class<L> type, Function<L, List<LongUnaryOperator>> sizes, ToLongFunction<L> operations) {
        super(type);
        this.sizes = sizes;
        this.operations = operations;
    }

    /** Makes each axis so many times as long. */
    static List<LongUnaryOperator> times(List<Integer> factors) {
        return factors.stream().<LongUnaryOperator>map(factor -> size -> size * factor).toList();
    }

    /** Adds so much to each axis; a negative number takes away. */
    static List<LongUnaryOperator> plus(Integer... amounts) {
        return List.of(amounts).stream().<LongUnaryOperator>map(amount -> size -> size + amount).toList();
    }

    @Override
    protected Shape outputShape(L layer, Shape input) throws ShapeMismatch {
        List<LongUnaryOperator> changes = sizes.apply(layer);
        Wants.places(layer, input, changes.size());
        return Resized.of(layer, input, changes);
    }

    @Override
    protected OptionalLong flops(L layer, Shape input, Shape output) {
        return Flops.each(output, operations.applyAsLong(layer));
    }
}
