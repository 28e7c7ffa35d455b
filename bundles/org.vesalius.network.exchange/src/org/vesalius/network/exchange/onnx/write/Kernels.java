// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.exchange.onnx.write;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** How the kernels of convolutions lie: places first in Vesalius, channels first in ONNX. */
final class Kernels {
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
