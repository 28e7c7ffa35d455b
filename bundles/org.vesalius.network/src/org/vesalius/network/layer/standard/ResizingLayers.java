// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.layer.standard;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.function.LongUnaryOperator;
import java.util.function.Predicate;
import org.vesalius.network.Cropping1D;
import org.vesalius.network.Cropping2D;
import org.vesalius.network.Cropping3D;
import org.vesalius.network.Interpolation;
import org.vesalius.network.Layer;
import org.vesalius.network.UpSampling1D;
import org.vesalius.network.UpSampling2D;
import org.vesalius.network.UpSampling3D;
import org.vesalius.network.ZeroPadding1D;
import org.vesalius.network.ZeroPadding2D;
import org.vesalius.network.ZeroPadding3D;
import org.vesalius.network.layer.Flops;
import org.vesalius.network.layer.InputRequirements;
import org.vesalius.network.layer.LayerBehavior;
import org.vesalius.network.layer.OneInputBehavior;
import org.vesalius.network.layer.ShapeMismatch;
import org.vesalius.network.layer.View;
import org.vesalius.network.shape.Shape;

/** Layers that make sequences, images and volumes longer or shorter, and learn nothing. */
final class ResizingLayers {
    private ResizingLayers() {
    }

    static List<LayerBehavior<?>> all() {
        return List.of(
                new BorderBehavior<>(ZeroPadding1D.class, pad -> List.of(pad.getStart() + pad.getEnd())),
                new BorderBehavior<>(ZeroPadding2D.class, pad -> List.of(pad.getTop() + pad.getBottom(),
                        pad.getLeft() + pad.getRight())),
                new BorderBehavior<>(ZeroPadding3D.class, pad -> List.of(pad.getFront() + pad.getBack(),
                        pad.getTop() + pad.getBottom(), pad.getLeft() + pad.getRight())),
                new BorderBehavior<>(Cropping1D.class, crop -> List.of(-crop.getStart() - crop.getEnd())),
                new BorderBehavior<>(Cropping2D.class, crop -> List.of(-crop.getTop() - crop.getBottom(),
                        -crop.getLeft() - crop.getRight())),
                new BorderBehavior<>(Cropping3D.class, crop -> List.of(-crop.getFront() - crop.getBack(),
                        -crop.getTop() - crop.getBottom(), -crop.getLeft() - crop.getRight())),
                new UpSamplingBehavior<>(UpSampling1D.class, up -> List.of(up.getFactor()), up -> false),
                new UpSamplingBehavior<>(UpSampling2D.class, up -> up.getFactor().sizes(),
                        up -> up.getInterpolation() == Interpolation.BILINEAR),
                new UpSamplingBehavior<>(UpSampling3D.class, up -> up.getFactor().sizes(), up -> false));
    }

    /**
     * Puts zeros around sequences, images or volumes, or cuts something off them; no weights.
     *
     * @param <L> the generated interface of the layer type
     */
    private static final class BorderBehavior<L extends Layer> extends OneInputBehavior<L> {
        private final Function<L, List<Integer>> growth;

        /** @param growth how much longer each axis but the last becomes; below 0 where something is cut off */
        BorderBehavior(Class<L> type, Function<L, List<Integer>> growth) {
            super(type);
            this.growth = growth;
        }

        @Override
        protected Shape outputShape(L layer, Shape input) throws ShapeMismatch {
            List<Integer> amounts = growth.apply(layer);
            InputRequirements.places(layer, input, amounts.size());
            return AxisLength.changed(layer, input, amounts.stream().<LongUnaryOperator>map(amount -> size -> size + amount)
                    .toList());
        }

        @Override
        protected OptionalLong flops(L layer, Shape input, Shape output) {
            return Flops.NONE;
        }
    }

    /**
     * Makes sequences, images or volumes so many times larger by repeating or blending what is there; no weights.
     *
     * @param <L> the generated interface of the layer type
     */
    private static final class UpSamplingBehavior<L extends Layer> extends OneInputBehavior<L> {
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
            InputRequirements.places(layer, input, times.size());
            return AxisLength.changed(layer, input, times.stream().<LongUnaryOperator>map(factor -> size -> size * factor)
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
}
