// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.exchange.cases;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.vesalius.network.exchange.tensor.Tensors;
import org.vesalius.network.weights.WeightTensor;
import org.vesalius.worker.spi.Tensor;

/** Moves axes of tensors whose first axis counts samples. */
public final class Axes {
    private Axes() {
    }

    /** What has its channels behind the samples, with channels last. */
    public static Tensor channelsLast(Tensor tensor) {
        return moved(tensor, 1, tensor.shape().length - 1);
    }

    /** The tensor with one of its axes at another place. */
    public static Tensor moved(Tensor tensor, int from, int to) {
        List<Integer> order = new ArrayList<>(IntStream.range(0, tensor.shape().length).boxed().toList());
        order.add(to, order.remove(from));
        return ordered(tensor, order);
    }

    /** The tensor with its axes in every order. */
    public static Stream<Tensor> everyOrder(Tensor tensor) {
        return orders(tensor.shape().length).stream().map(order -> ordered(tensor, order));
    }

    private static List<List<Integer>> orders(int rank) {
        List<List<Integer>> orders = List.of(List.of());
        for (int axis = 0; axis < rank; axis++) {
            int next = axis;
            orders = orders.stream().flatMap(order -> IntStream.rangeClosed(0, order.size()).mapToObj(at -> {
                List<Integer> longer = new ArrayList<>(order);
                longer.add(at, next);
                return longer;
            })).<List<Integer>>map(longer -> longer).toList();
        }
        return orders;
    }

    private static Tensor ordered(Tensor tensor, List<Integer> order) {
        WeightTensor moved = Tensors.permute(
                new WeightTensor(Arrays.stream(tensor.shape()).boxed().toList(), tensor.values()),
                order.stream().mapToInt(Integer::intValue).toArray());
        return new Tensor(moved.shape().stream().mapToInt(Integer::intValue).toArray(), moved.values());
    }
}
