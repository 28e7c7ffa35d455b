// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.exchange.onnx.write;

import java.util.List;
import org.vesalius.network.SeparableConvolution2D;
import org.vesalius.network.exchange.window.Sliding;
import org.vesalius.network.exchange.window.WindowOf;

/** Separable convolutions: a convolution of each channel by itself, then one of 1×1 that mixes the channels. */
final class SeparableWriter implements LayerWriter<SeparableConvolution2D> {
    @Override
    public Signal write(SeparableConvolution2D layer, LayerSite site) {
        Sliding sliding = WindowOf.layer(layer);
        String filtered = DepthwiseWriter.grouped(sliding, site).out();
        Op mix = site.op("Conv").in(filtered, site.weight("pointwise_kernel", Kernels.channelsFirst(2)));
        site.weightIf(layer.isUseBias(), "bias").ifPresent(mix::in);
        mix.ints("kernel_shape", List.of(1, 1));
        return Functions.apply(layer.getActivation(), new Signal(mix.out(), site.shape(), Layout.CHANNELS_FIRST),
                site);
    }
}
