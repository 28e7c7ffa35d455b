// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.exchange.onnx.write;

import java.util.List;
import java.util.function.Function;
import org.vesalius.network.Pooling;
import org.vesalius.network.Pooling1D;
import org.vesalius.network.Pooling2D;
import org.vesalius.network.Pooling3D;
import org.vesalius.network.PoolingKind;

/**
 * Poolings along one, two or three axes. Zeros at the border do not count, which is what ONNX does by default.
 *
 * @param window the window of a layer
 * @param <L> the layer type
 */
record PoolingWriter<L extends Pooling>(Function<L, Sliding> window) implements LayerWriter<L> {

    static Sliding window(Pooling1D layer) {
        int stride = layer.getStride() == 0 ? layer.getPoolSize() : layer.getStride();
        return new Sliding(List.of(layer.getPoolSize()), List.of(stride), layer.getPadding());
    }

    static Sliding window(Pooling2D layer) {
        return new Sliding(Sliding.list(layer.getPoolSize()),
                Sliding.list(layer.getStride() == null ? layer.getPoolSize() : layer.getStride()), layer.getPadding());
    }

    static Sliding window(Pooling3D layer) {
        return new Sliding(Sliding.list(layer.getPoolSize()),
                Sliding.list(layer.getStride() == null ? layer.getPoolSize() : layer.getStride()), layer.getPadding());
    }

    @Override
    public Signal write(L layer, LayerSite site) {
        Signal in = site.input(Layout.CHANNELS_FIRST);
        Op pool = site.op(layer.getKind() == PoolingKind.MAX ? "MaxPool" : "AveragePool").in(in.value());
        return new Signal(window.apply(layer).describe(pool, in.shape()).out(), site.shape(), Layout.CHANNELS_FIRST);
    }
}
