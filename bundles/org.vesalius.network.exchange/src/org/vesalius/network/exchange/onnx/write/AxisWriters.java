// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.exchange.onnx.write;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.vesalius.network.Flatten;
import org.vesalius.network.Interpolation;
import org.vesalius.network.Layer;
import org.vesalius.network.Permute;
import org.vesalius.network.RepeatVector;
import org.vesalius.network.Reshape;
import org.vesalius.network.UpSampling2D;
import org.vesalius.network.shape.Axis;

/** Layers that give their numbers other axes. All take the natural layout: the order of the numbers counts. */
final class AxisWriters {
    private AxisWriters() {
    }

    static Signal flatten(Flatten layer, LayerSite site) {
        Signal in = site.input(Layout.NATURAL);
        return new Signal(site.op("Flatten").in(in.value()).integer("axis", 1).out(), site.shape(), Layout.NATURAL);
    }

    static Signal reshape(Reshape layer, LayerSite site) {
        Signal in = site.input(Layout.NATURAL);
        List<Long> target = new ArrayList<>(List.of(0L));
        site.shape().axes().stream().map(Axis::size).map(Integer::longValue).forEach(target::add);
        String value = site.op("Reshape").in(in.value(), site.graph().constant(target)).out();
        return new Signal(value, site.shape(), Layout.NATURAL);
    }

    static Signal permute(Permute layer, LayerSite site) {
        Signal in = site.input(Layout.NATURAL);
        if (layer.getOrder() == null) {
            return in;
        }
        List<Integer> order = new ArrayList<>(List.of(0));
        order.addAll(layer.getOrder().axes());
        String value = site.op("Transpose").in(in.value()).ints("perm", order).out();
        return new Signal(value, site.shape(), Layout.NATURAL);
    }

    static Signal repeat(RepeatVector layer, LayerSite site) {
        Signal in = site.input(Layout.NATURAL);
        GraphWriter graph = site.graph();
        String step = site.op("Unsqueeze").in(in.value(), graph.constant(List.of(1L))).out();
        String value = site.op("Expand").in(step, graph.constant(List.of(1L, (long) layer.getTimes(), 1L))).out();
        return new Signal(value, site.shape(), Layout.NATURAL);
    }

    /**
     * Layers that make their input larger without learning: the operator Resize.
     *
     * @param factor how many times larger the result is along each axis but the last
     * @param <L> the layer type
     */
    record UpSampling<L extends Layer>(Function<L, List<Integer>> factor) implements LayerWriter<L> {
        @Override
        public Signal write(L layer, LayerSite site) {
            Signal in = site.input(Layout.CHANNELS_FIRST);
            List<Integer> factors = factor.apply(layer);
            float[] scales = new float[factors.size() + 2];
            scales[0] = 1;
            scales[1] = 1;
            for (int axis = 0; axis < factors.size(); axis++) {
                scales[axis + 2] = factors.get(axis);
            }
            String scale = site.graph().constant("scales", Protos.ofFloats(List.of(scales.length), scales));
            Op resize = site.op("Resize").in(in.value(), "", scale);
            return in.with(bilinear(layer) ? bilinear(resize) : nearest(resize), site.shape());
        }

        private static boolean bilinear(Layer layer) {
            return layer instanceof UpSampling2D up && up.getInterpolation() == Interpolation.BILINEAR;
        }

        private static String bilinear(Op resize) {
            return resize.text("mode", "linear").text("coordinate_transformation_mode", "half_pixel").out();
        }

        private static String nearest(Op resize) {
            return resize.text("mode", "nearest").text("coordinate_transformation_mode", "asymmetric")
                    .text("nearest_mode", "floor").out();
        }
    }
}
