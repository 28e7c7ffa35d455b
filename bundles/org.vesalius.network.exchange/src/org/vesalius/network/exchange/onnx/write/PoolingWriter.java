// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.exchange.onnx.write;

import java.util.function.Function;
import org.vesalius.network.Pooling;
import org.vesalius.network.PoolingKind;
import org.vesalius.network.exchange.window.Sliding;

/**
 * Poolings along one, two or three axes. Zeros at the border do not count, which is what ONNX does by default.
 *
 * @param window the window of a layer
 * @param <L> the layer type
 */
record PoolingWriter<L extends Pooling>(Function<L, Sliding> window) implements LayerWriter<L> {

    @Override
    public Signal write(L layer, LayerSite site) {
        Signal in = site.input(Layout.CHANNELS_FIRST);
        Op pool = site.op(layer.getKind() == PoolingKind.MAX ? "MaxPool" : "AveragePool").in(in.value());
        return new Signal(WindowAttributes.add(pool, window.apply(layer), in.shape()).out(), site.shape(), Layout.CHANNELS_FIRST);
    }
}
