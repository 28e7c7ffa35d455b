// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.layer;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Function;
import org.vesalius.network.Convolution;
import org.vesalius.network.shape.Saturated;
import org.vesalius.network.shape.Shape;
import org.vesalius.network.weights.WeightSpec;

/**
 * A convolution over a sequence, an image or a volume: places×channels in, places×filters out;
 * {@code filters·(kernel·channels + 1)} weights.
 *
 * @param <L> the generated interface of the layer type
 */
final class ConvolutionBehavior<L extends Convolution> extends SlidingBehavior<L> {
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
