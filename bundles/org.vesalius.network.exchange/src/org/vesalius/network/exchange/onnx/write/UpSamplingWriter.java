// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.exchange.onnx.write;

import java.util.List;
import java.util.function.Function;
import org.vesalius.network.Interpolation;
import org.vesalius.network.Layer;
import org.vesalius.network.UpSampling2D;

/**
 * Layers that make their input larger without learning: the operator Resize.
 *
 * @param factor how many times larger the result is along each axis but the last
 * @param <L> the layer type
 */
record UpSamplingWriter<L extends Layer>(Function<L, List<Integer>> factor) implements LayerWriter<L> {
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
        String scale = site.graph().constant("scales", Tensors.ofFloats(List.of(scales.length), scales));
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
