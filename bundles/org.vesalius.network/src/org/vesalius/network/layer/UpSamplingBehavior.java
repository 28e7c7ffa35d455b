// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.layer;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.function.LongUnaryOperator;
import java.util.function.Predicate;
import org.vesalius.network.Layer;
import org.vesalius.network.shape.Shape;

/**
 * Makes sequences, images or volumes so many times larger by repeating or blending what is there; no weights.
 *
 * @param <L> the generated interface of the layer type
 */
final class UpSamplingBehavior<L extends Layer> extends OneInputBehavior<L> {
    /** A blend of four pixels: four multiplications with addition. */
    private static final long BLEND = 8;

    private final Function<L, List<Integer>> factors;
    private final Predicate<L> blends;

    /**
     * @param factors how many times longer each axis but the last becomes
     * @param blends whether a layer computes numbers between two places, rather than repeating them
     */
    UpSamplingBehavior(Class<L> type, Function<L, List<Integer>> factors, Predicate<L> blends) {
        super(type);
        this.factors = factors;
        this.blends = blends;
    }

    @Override
    protected Shape outputShape(L layer, Shape input) throws ShapeMismatch {
        List<Integer> times = factors.apply(layer);
        Wants.places(layer, input, times.size());
        return Resized.of(layer, input, times.stream().<LongUnaryOperator>map(factor -> size -> size * factor)
                .toList());
    }

    @Override
    protected OptionalLong flops(L layer, Shape input, Shape output) {
        return Flops.each(output, blends.test(layer) ? BLEND : 0);
    }

    @Override
    public Optional<View> view(L layer, List<Shape> inputs, Shape output) {
        List<Integer> times = factors.apply(layer);
        return Optional.of(new View(Collections.nCopies(times.size(), blends.test(layer) ? 2.0 : 1.0),
                times.stream().map(factor -> 1.0 / factor).toList()));
    }
}
