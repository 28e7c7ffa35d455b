// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.exchange.onnx.write;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.vesalius.network.Convolution;
import org.vesalius.network.Padding;
import org.vesalius.network.exchange.window.Sliding;

/**
 * Transposed convolutions along one, two or three axes.
 *
 * @param window the window of a layer
 * @param <L> the layer type
 */
record TransposedWriter<L extends Convolution>(Function<L, Sliding> window) implements LayerWriter<L> {

    @Override
    public Signal write(L layer, LayerSite site) {
        Sliding sliding = window.apply(layer);
        Op op = site.op("ConvTranspose").in(site.input(Layout.CHANNELS_FIRST).value(),
                site.weight("kernel", ConvolutionWriter.Kernels.channelsFirst(sliding.kernel().size())));
        site.weightIf(layer.isUseBias(), "bias").ifPresent(op::in);
        op.ints("kernel_shape", sliding.kernel()).ints("strides", sliding.stride());
        border(op, sliding);
        return Functions.apply(layer.getActivation(), new Signal(op.out(), site.shape(), Layout.CHANNELS_FIRST), site);
    }

    /**
     * With same padding the result is as long as the input times the stride: what the kernel is longer than the stride
     * is cut off, as evenly as possible and the odd one at the end; what it is shorter is filled up at the end.
     */
    private static void border(Op op, Sliding sliding) {
        List<Integer> begins = new ArrayList<>();
        List<Integer> ends = new ArrayList<>();
        List<Integer> filled = new ArrayList<>();
        for (int axis = 0; axis < sliding.kernel().size(); axis++) {
            int surplus = sliding.kernel().get(axis) - sliding.stride().get(axis);
            int cut = sliding.padding() == Padding.SAME ? Math.max(0, surplus) : 0;
            begins.add(cut / 2);
            ends.add(cut - cut / 2);
            filled.add(Math.max(0, -surplus));
        }
        begins.addAll(ends);
        op.ints("pads", begins).ints("output_padding", filled);
    }
}
