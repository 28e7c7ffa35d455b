// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.exchange.onnx.write;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.vesalius.network.Convolution;
import org.vesalius.network.DepthwiseConvolution2D;
import org.vesalius.network.SeparableConvolution2D;
import org.vesalius.network.exchange.window.Sliding;
import org.vesalius.network.exchange.window.WindowOf;

/**
 * Convolutions along one, two or three axes.
 *
 * @param window the window of a layer
 * @param <L> the layer type
 */
record ConvolutionWriter<L extends Convolution>(Function<L, Sliding> window) implements LayerWriter<L> {

    @Override
    public Signal write(L layer, LayerSite site) {
        Sliding sliding = window.apply(layer);
        Signal in = site.input(Layout.CHANNELS_FIRST);
        Op conv = site.op("Conv").in(in.value(),
                site.weight("kernel", Kernels.channelsFirst(sliding.kernel().size())));
        site.weightIf(layer.isUseBias(), "bias").ifPresent(conv::in);
        conv.window(sliding, in.shape()).ints("dilations", sliding.dilation());
        return Functions.apply(layer.getActivation(), new Signal(conv.out(), site.shape(), Layout.CHANNELS_FIRST),
                site);
    }

    /** Depthwise convolutions: a convolution with one group for each channel. */
    static final class Depthwise implements LayerWriter<DepthwiseConvolution2D> {
        @Override
        public Signal write(DepthwiseConvolution2D layer, LayerSite site) {
            Sliding sliding = WindowOf.layer(layer);
            Op conv = grouped(sliding, site);
            site.weightIf(layer.isUseBias(), "bias").ifPresent(conv::in);
            return Functions.apply(layer.getActivation(), new Signal(conv.out(), site.shape(), Layout.CHANNELS_FIRST),
                    site);
        }

        /** A convolution of each channel by itself, still without a bias. */
        static Op grouped(Sliding sliding, LayerSite site) {
            Signal in = site.input(Layout.CHANNELS_FIRST);
            WeightLayout layout = Kernels.depthwise(site.spec("depthwise_kernel").shape());
            Op conv = site.op("Conv").in(in.value(), site.weight("depthwise_kernel", layout))
                    .integer("group", in.shape().last().size());
            return conv.window(sliding, in.shape()).ints("dilations", sliding.dilation());
        }
    }

    /** Separable convolutions: a convolution of each channel by itself, then one of 1×1 that mixes the channels. */
    static final class Separable implements LayerWriter<SeparableConvolution2D> {
        @Override
        public Signal write(SeparableConvolution2D layer, LayerSite site) {
            Sliding sliding = WindowOf.layer(layer);
            String filtered = Depthwise.grouped(sliding, site).out();
            Op mix = site.op("Conv").in(filtered, site.weight("pointwise_kernel", Kernels.channelsFirst(2)));
            site.weightIf(layer.isUseBias(), "bias").ifPresent(mix::in);
            mix.ints("kernel_shape", List.of(1, 1));
            return Functions.apply(layer.getActivation(), new Signal(mix.out(), site.shape(), Layout.CHANNELS_FIRST),
                    site);
        }
    }

    /** How the kernels of convolutions lie: places first in Vesalius, channels first in ONNX. */
    static final class Kernels {
        private Kernels() {
        }

        /** A kernel places × in × out, in ONNX out × in × places; of a transposed convolution the other way round. */
        static WeightLayout channelsFirst(int places) {
            List<Integer> order = new ArrayList<>(List.of(places + 1, places));
            IntStream.range(0, places).forEach(order::add);
            return WeightLayout.transposed(order);
        }

        /**
         * A depthwise kernel height × width × channels × multiplier, in ONNX one group for each channel: channels·multiplier
         * × 1 × height × width.
         */
        static WeightLayout depthwise(List<Integer> shape) {
            int height = shape.get(0);
            int width = shape.get(1);
            int channels = shape.get(2);
            int multiplier = shape.get(3);
            return WeightLayout.transposed(List.of(2, 3, 0, 1)).then(WeightLayout.reshaped(
                    List.of(channels, multiplier, height, width), List.of(channels * multiplier, 1, height, width)));
        }
    }
}
