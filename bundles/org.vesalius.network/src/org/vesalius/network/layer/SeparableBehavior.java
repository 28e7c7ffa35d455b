// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.layer;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.vesalius.network.SeparableConvolution2D;
import org.vesalius.network.shape.Saturated;
import org.vesalius.network.shape.Shape;
import org.vesalius.network.weights.WeightSpec;

/**
 * A depthwise convolution and a 1×1 convolution without a function between them: places×filters out;
 * {@code channels·multiplier·kernel + filters·(channels·multiplier + 1)} weights.
 */
final class SeparableBehavior extends SlidingBehavior<SeparableConvolution2D> {
    SeparableBehavior() {
        super(SeparableConvolution2D.class, conv -> Slide.of(conv.getKernelSize(), conv.getStride(),
                conv.getDilation(), conv.getPadding()));
    }

    @Override
    protected Shape outputShape(SeparableConvolution2D conv, Shape input) throws ShapeMismatch {
        Shape places = places(conv, input);
        TooLong.checked(conv, between(conv, input));
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
