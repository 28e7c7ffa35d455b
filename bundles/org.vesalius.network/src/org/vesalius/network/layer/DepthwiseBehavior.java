// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.layer;

import java.util.List;
import java.util.OptionalLong;
import org.vesalius.network.DepthwiseConvolution2D;
import org.vesalius.network.shape.Saturated;
import org.vesalius.network.shape.Shape;
import org.vesalius.network.weights.WeightSpec;

/** Filters each channel by itself: channels·multiplier out; {@code channels·multiplier·(kernel + 1)} weights. */
final class DepthwiseBehavior extends SlidingBehavior<DepthwiseConvolution2D> {
    DepthwiseBehavior() {
        super(DepthwiseConvolution2D.class, conv -> Slide.of(conv.getKernelSize(), conv.getStride(),
                conv.getDilation(), conv.getPadding()));
    }

    @Override
    protected Shape outputShape(DepthwiseConvolution2D conv, Shape input) throws ShapeMismatch {
        Shape places = places(conv, input);
        return places.withLast(TooLong.checked(conv,
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
