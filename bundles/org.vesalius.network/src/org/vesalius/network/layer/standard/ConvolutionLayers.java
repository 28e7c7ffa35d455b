// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.layer.standard;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Function;
import org.vesalius.network.Convolution1D;
import org.vesalius.network.Convolution2D;
import org.vesalius.network.Convolution3D;
import org.vesalius.network.Convolution;
import org.vesalius.network.DepthwiseConvolution2D;
import org.vesalius.network.SeparableConvolution2D;
import org.vesalius.network.layer.Flops;
import org.vesalius.network.layer.LayerBehavior;
import org.vesalius.network.layer.ShapeMismatch;
import org.vesalius.network.shape.Saturated;
import org.vesalius.network.shape.Shape;
import org.vesalius.network.weights.WeightSpec;

/** Convolutions: what their windows find, and their kernels with the channels last. */
final class ConvolutionLayers {
    private ConvolutionLayers() {
    }

    static List<LayerBehavior<?>> all() {
        return List.of(
                new ConvolutionBehavior<>(Convolution1D.class, conv -> Slide.of(conv.getKernelSize(),
                        conv.getStride(), conv.getDilation(), conv.getPadding())),
                new ConvolutionBehavior<>(Convolution2D.class, conv -> Slide.of(conv.getKernelSize(),
                        conv.getStride(), conv.getDilation(), conv.getPadding())),
                new ConvolutionBehavior<>(Convolution3D.class, conv -> Slide.of(conv.getKernelSize(),
                        conv.getStride(), conv.getDilation(), conv.getPadding())),
                new DepthwiseBehavior(), new SeparableBehavior());
    }

    /**
     * A convolution over a sequence, an image or a volume: places×channels in, places×filters out;
     * {@code filters·(kernel·channels + 1)} weights.
     *
     * @param <L> the generated interface of the layer type
     */
    private static final class ConvolutionBehavior<L extends Convolution> extends SlidingBehavior<L> {
        ConvolutionBehavior(Class<L> type, Function<L, Slide> slide) {
            super(type, slide);
        }

        @Override
        protected Shape outputShape(L conv, Shape input) throws ShapeMismatch {
            return places(conv, input).withLast(conv.getFilters());
        }

        @Override
        protected List<WeightSpec> weights(L conv, Shape input) {
            List<Integer> kernel = new ArrayList<>(slide(conv).extent());
            kernel.add(input.last().size());
            kernel.add(conv.getFilters());
            return Kernels.withBias(new WeightSpec(Kernels.KERNEL, kernel, true), conv.isUseBias(), conv.getFilters());
        }

        @Override
        protected OptionalLong flops(L conv, Shape input, Shape output) {
            return Flops.multiplyAdds(output, Saturated.times(slide(conv).area(), input.last().size()));
        }
    }

    /** Filters each channel by itself: channels·multiplier out; {@code channels·multiplier·(kernel + 1)} weights. */
    private static final class DepthwiseBehavior extends SlidingBehavior<DepthwiseConvolution2D> {
        DepthwiseBehavior() {
            super(DepthwiseConvolution2D.class, conv -> Slide.of(conv.getKernelSize(), conv.getStride(),
                    conv.getDilation(), conv.getPadding()));
        }

        @Override
        protected Shape outputShape(DepthwiseConvolution2D conv, Shape input) throws ShapeMismatch {
            Shape places = places(conv, input);
            return places.withLast(AxisLength.checked(conv,
                    Saturated.times(input.last().size(), conv.getDepthMultiplier())));
        }

        @Override
        protected List<WeightSpec> weights(DepthwiseConvolution2D conv, Shape input) {
            int channels = input.last().size();
            int multiplier = conv.getDepthMultiplier();
            WeightSpec kernel = WeightSpec.trained(Kernels.DEPTHWISE, conv.getKernelSize().height(),
                    conv.getKernelSize().width(), channels, multiplier);
            return Kernels.withBias(kernel, conv.isUseBias(), channels * multiplier);
        }

        @Override
        protected OptionalLong flops(DepthwiseConvolution2D conv, Shape input, Shape output) {
            return Flops.multiplyAdds(output, slide(conv).area());
        }
    }

    /**
     * A depthwise convolution and a 1×1 convolution without a function between them: places×filters out;
     * {@code channels·multiplier·kernel + filters·(channels·multiplier + 1)} weights.
     */
    private static final class SeparableBehavior extends SlidingBehavior<SeparableConvolution2D> {
        SeparableBehavior() {
            super(SeparableConvolution2D.class, conv -> Slide.of(conv.getKernelSize(), conv.getStride(),
                    conv.getDilation(), conv.getPadding()));
        }

        @Override
        protected Shape outputShape(SeparableConvolution2D conv, Shape input) throws ShapeMismatch {
            Shape places = places(conv, input);
            AxisLength.checked(conv, between(conv, input));
            return places.withLast(conv.getFilters());
        }

        @Override
        protected List<WeightSpec> weights(SeparableConvolution2D conv, Shape input) {
            List<WeightSpec> weights = new ArrayList<>();
            weights.add(WeightSpec.trained(Kernels.DEPTHWISE, conv.getKernelSize().height(), conv.getKernelSize().width(),
                    input.last().size(), conv.getDepthMultiplier()));
            WeightSpec pointwise = WeightSpec.trained("pointwise_kernel", 1, 1, (int) between(conv, input),
                    conv.getFilters());
            weights.addAll(Kernels.withBias(pointwise, conv.isUseBias(), conv.getFilters()));
            return weights;
        }

        @Override
        protected OptionalLong flops(SeparableConvolution2D conv, Shape input, Shape output) {
            long between = between(conv, input);
            long perPlace = Saturated.plus(Saturated.times(slide(conv).area(), between),
                    Saturated.times(between, conv.getFilters()));
            return Flops.multiplyAdds(output.withLast(1), perPlace);
        }

        /** Number of channels between the two convolutions. */
        private static long between(SeparableConvolution2D conv, Shape input) {
            return Saturated.times(input.last().size(), conv.getDepthMultiplier());
        }
    }
}
