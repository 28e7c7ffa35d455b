// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.exchange.onnx.write;

import java.util.function.Function;
import org.vesalius.network.Convolution;
import org.vesalius.network.exchange.window.Sliding;

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
        WindowAttributes.add(conv, sliding, in.shape()).ints("dilations", sliding.dilation());
        return Functions.apply(layer.getActivation(), new Signal(conv.out(), site.shape(), Layout.CHANNELS_FIRST),
                site);
    }
}
