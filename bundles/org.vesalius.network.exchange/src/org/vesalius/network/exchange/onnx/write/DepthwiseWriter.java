// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.exchange.onnx.write;

import org.vesalius.network.DepthwiseConvolution2D;
import org.vesalius.network.exchange.window.Sliding;
import org.vesalius.network.exchange.window.WindowOf;

/** Depthwise convolutions: a convolution with one group for each channel. */
final class DepthwiseWriter implements LayerWriter<DepthwiseConvolution2D> {
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
        return WindowAttributes.add(conv, sliding, in.shape()).ints("dilations", sliding.dilation());
    }
}
