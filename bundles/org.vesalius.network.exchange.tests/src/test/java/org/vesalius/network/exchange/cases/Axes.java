// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.exchange.cases;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.vesalius.network.exchange.tensor.Tensors;
import org.vesalius.network.weights.WeightTensor;
import org.vesalius.worker.spi.Tensor;

/** Moves axes of tensors whose first axis counts samples. */
public final class Axes {
    private Axes() {
    }

    /** What has its channels behind the samples, with channels last. */
    public static Tensor channelsLast(Tensor tensor) {
        int[] shape = tensor.shape();
        List<Integer> order = new ArrayList<>(IntStream.range(0, shape.length).boxed().toList());
        order.add(order.remove(1));
        WeightTensor moved = Tensors.permute(
                new WeightTensor(Arrays.stream(shape).boxed().toList(), tensor.values()),
                order.stream().mapToInt(Integer::intValue).toArray());
        return new Tensor(moved.shape().stream().mapToInt(Integer::intValue).toArray(), moved.values());
    }
}
