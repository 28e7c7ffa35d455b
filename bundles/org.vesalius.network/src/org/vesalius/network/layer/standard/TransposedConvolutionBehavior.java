// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.layer.standard;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.function.LongUnaryOperator;
import org.vesalius.network.Convolution;
import org.vesalius.network.Padding;
import org.vesalius.network.layer.Flops;
import org.vesalius.network.layer.InputRequirements;
import org.vesalius.network.layer.OneInputBehavior;
import org.vesalius.network.layer.ShapeMismatch;
import org.vesalius.network.layer.View;
import org.vesalius.network.shape.Saturated;
import org.vesalius.network.shape.Shape;
import org.vesalius.network.weights.WeightSpec;

/**
 * The way back of a convolution over a sequence, an image or a volume; {@code filters·(kernel·channels + 1)} weights.
 * Along each axis of size n a kernel k with stride s gives n·s with same padding, (n − 1)·s + max(k, s) with valid.
 * Source: Dumoulin and Visin, arXiv:1603.07285, relationship 14; where the kernel is smaller than the stride the result
 * is as long as in Keras.
 *
 * @param <L> the generated interface of the layer type
 */
final class TransposedConvolutionBehavior<L extends Convolution> extends OneInputBehavior<L> {
    private final Function<L, List<Integer>> kernel;
    private final Function<L, List<Integer>> stride;

    TransposedConvolutionBehavior(Class<L> type, Function<L, List<Integer>> kernel,
            Function<L, List<Integer>> stride) {
        super(type);
        this.kernel = kernel;
        this.stride = stride;
    }

    @Override
    protected Shape outputShape(L conv, Shape input) throws ShapeMismatch {
        InputRequirements.places(conv, input, kernel.apply(conv).size());
        Windows.noCausalPadding(conv, conv.getPadding());
        return AxisLength.changed(conv, input, growth(conv)).withLast(conv.getFilters());
    }

    private List<LongUnaryOperator> growth(L conv) {
        List<LongUnaryOperator> growth = new ArrayList<>();
        for (int i = 0; i < kernel.apply(conv).size(); i++) {
            long step = stride.apply(conv).get(i);
            long over = conv.getPadding() == Padding.VALID ? Math.max(kernel.apply(conv).get(i) - step, 0) : 0;
            growth.add(size -> size * step + over);
        }
        return growth;
    }

    /** A result of stride s lies between inputs; each is touched by at most the kernel over the stride, rounded up. */
    @Override
    public Optional<View> view(L conv, List<Shape> inputs, Shape output) {
        List<Double> reach = new ArrayList<>();
        List<Double> step = new ArrayList<>();
        for (int i = 0; i < kernel.apply(conv).size(); i++) {
            double wide = stride.apply(conv).get(i);
            reach.add(Math.ceil(kernel.apply(conv).get(i) / wide));
            step.add(1 / wide);
        }
        return Optional.of(new View(reach, step));
    }

    @Override
    protected List<WeightSpec> weights(L conv, Shape input) {
        List<Integer> shape = new ArrayList<>(kernel.apply(conv));
        shape.add(conv.getFilters());
        shape.add(input.last().size());
        return Kernels.withBias(new WeightSpec(Kernels.KERNEL, shape, true), conv.isUseBias(), conv.getFilters());
    }

    @Override
    protected OptionalLong flops(L conv, Shape input, Shape output) {
        long area = kernel.apply(conv).stream().mapToLong(Integer::longValue).reduce(1, Saturated::times);
        return Flops.multiplyAdds(input, Saturated.times(area, conv.getFilters()));
    }
}
