// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.exchange.onnx.write;

import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.vesalius.network.GlobalPooling;
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
        return new Signal(pool.window(window.apply(layer), in.shape()).out(), site.shape(), Layout.CHANNELS_FIRST);
    }

    /** Poolings over all places: the operators of ONNX where the channels come first already, a reduction elsewhere. */
    static final class Global implements LayerWriter<GlobalPooling> {
        @Override
        public Signal write(GlobalPooling layer, LayerSite site) {
            boolean max = layer.getKind() == PoolingKind.MAX;
            return site.input().layout() == Layout.CHANNELS_FIRST ? pooled(layer, max, site) : reduced(layer, max, site);
        }

        private static Signal pooled(GlobalPooling layer, boolean max, LayerSite site) {
            String value = site.op(max ? "GlobalMaxPool" : "GlobalAveragePool").in(site.input().value()).out();
            if (layer.isKeepAxes()) {
                return new Signal(value, site.shape(), Layout.CHANNELS_FIRST);
            }
            return new Signal(site.op("Flatten").in(value).integer("axis", 1).out(), site.shape(), Layout.NATURAL);
        }

        private static Signal reduced(GlobalPooling layer, boolean max, LayerSite site) {
            Signal in = site.input(Layout.NATURAL);
            List<Integer> places = IntStream.range(1, in.rank()).boxed().toList();
            String value = site.op(max ? "ReduceMax" : "ReduceMean").in(in.value()).ints("axes", places)
                    .integer("keepdims", layer.isKeepAxes() ? 1 : 0).out();
            return new Signal(value, site.shape(), Layout.NATURAL);
        }
    }
}
