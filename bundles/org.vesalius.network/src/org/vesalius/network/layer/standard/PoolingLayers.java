// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.layer.standard;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import org.vesalius.network.GlobalPooling;
import org.vesalius.network.Pooling1D;
import org.vesalius.network.Pooling2D;
import org.vesalius.network.Pooling3D;
import org.vesalius.network.Pooling;
import org.vesalius.network.layer.Flops;
import org.vesalius.network.layer.LayerBehavior;
import org.vesalius.network.layer.OneInputBehavior;
import org.vesalius.network.layer.ShapeMismatch;
import org.vesalius.network.layer.ShapeMismatchBuilder;
import org.vesalius.network.layer.View;
import org.vesalius.network.shape.Shape;
import org.vesalius.network.shape.Size2D;
import org.vesalius.network.shape.Size3D;

/** Poolings, over a window or over all places. */
final class PoolingLayers {
    private PoolingLayers() {
    }

    static List<LayerBehavior<?>> all() {
        return List.of(new PoolingBehavior<>(Pooling1D.class, PoolingLayers::slide),
                new PoolingBehavior<>(Pooling2D.class, PoolingLayers::slide),
                new PoolingBehavior<>(Pooling3D.class, PoolingLayers::slide), new GlobalPoolingBehavior());
    }

    private static Slide slide(Pooling1D pool) {
        int stride = pool.getStride() == 0 ? pool.getPoolSize() : pool.getStride();
        return Slide.of(pool.getPoolSize(), stride, 1, pool.getPadding());
    }

    private static Slide slide(Pooling2D pool) {
        Size2D stride = pool.getStride() == null ? pool.getPoolSize() : pool.getStride();
        return Slide.of(pool.getPoolSize(), stride, Size2D.square(1), pool.getPadding());
    }

    private static Slide slide(Pooling3D pool) {
        Size3D stride = pool.getStride() == null ? pool.getPoolSize() : pool.getStride();
        return Slide.of(pool.getPoolSize(), stride, Size3D.cube(1), pool.getPadding());
    }

    /**
     * A pooling over a sequence, an image or a volume: places×channels in and out; no weights.
     *
     * @param <L> the generated interface of the layer type
     */
    private static final class PoolingBehavior<L extends Pooling> extends SlidingBehavior<L> {
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

    /** One number for each step of the last axis; the pooled axes stay with size 1 if that is asked for. */
    private static final class GlobalPoolingBehavior extends OneInputBehavior<GlobalPooling> {
        GlobalPoolingBehavior() {
            super(GlobalPooling.class);
        }

        @Override
        protected Shape outputShape(GlobalPooling pool, Shape input) throws ShapeMismatch {
            if (input.rank() == 1) {
                throw new ShapeMismatchBuilder(pool).say("gets the vector " + input.display()
                        + " and has nothing to pool; remove it, or put it before the layer that makes the vector.",
                        "Global pooling keeps one number for each channel of an image or feature of a sequence.");
            }
            return pool.isKeepAxes() ? allPooled(input) : Shape.vector(input.last().size());
        }

        @Override
        public Optional<View> view(GlobalPooling layer, List<Shape> inputs, Shape output) {
            return Optional.empty();
        }

        @Override
        protected OptionalLong flops(GlobalPooling pool, Shape input, Shape output) {
            return input.elements();
        }

        private static Shape allPooled(Shape input) {
            Shape result = input;
            for (int axis = 0; axis < input.rank() - 1; axis++) {
                result = result.withSize(axis, 1);
            }
            return result;
        }
    }
}
