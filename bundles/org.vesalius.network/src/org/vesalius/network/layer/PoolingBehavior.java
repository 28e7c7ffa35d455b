// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.layer;

import java.util.OptionalLong;
import java.util.function.Function;
import org.vesalius.network.Pooling;
import org.vesalius.network.shape.Shape;

/**
 * A pooling over a sequence, an image or a volume: places×channels in and out; no weights.
 *
 * @param <L> the generated interface of the layer type
 */
final class PoolingBehavior<L extends Pooling> extends SlidingBehavior<L> {
    PoolingBehavior(Class<L> type, Function<L, Slide> slide) {
        super(type, slide);
    }

    @Override
    protected Shape outputShape(L pool, Shape input) throws ShapeMismatch {
        return places(pool, input);
    }

    @Override
    protected OptionalLong flops(L pool, Shape input, Shape output) {
        return Flops.each(output, slide(pool).area());
    }
}
