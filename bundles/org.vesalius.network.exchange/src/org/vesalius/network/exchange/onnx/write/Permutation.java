// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.exchange.onnx.write;

import java.util.List;
import org.vesalius.network.weights.WeightTensor;

/** Brings the axes of an array into another order. */
public final class Permutation {
    private Permutation() {
    }

    /**
     * The array with its axes in another order.
     *
     * @param order for each new axis the old one, counted from 0
     */
    public static WeightTensor of(WeightTensor tensor, List<Integer> order) {
        int rank = order.size();
        int[] size = new int[rank];
        int[] step = new int[rank];
        int[] oldStep = steps(tensor.shape());
        for (int i = 0; i < rank; i++) {
            size[i] = tensor.shape().get(order.get(i));
            step[i] = oldStep[order.get(i)];
        }
        float[] result = new float[tensor.values().length];
        int[] place = new int[rank];
        int source = 0;
        for (int i = 0; i < result.length; i++) {
            result[i] = tensor.values()[source];
            source = advance(place, size, step, source);
        }
        return new WeightTensor(order.stream().map(tensor.shape()::get).toList(), result);
    }

    private static int advance(int[] place, int[] size, int[] step, int from) {
        int source = from;
        for (int axis = place.length - 1; axis >= 0; axis--) {
            source += step[axis];
            if (++place[axis] < size[axis]) {
                return source;
            }
            source -= step[axis] * size[axis];
            place[axis] = 0;
        }
        return source;
    }

    private static int[] steps(List<Integer> shape) {
        int[] steps = new int[shape.size()];
        int step = 1;
        for (int axis = steps.length - 1; axis >= 0; axis--) {
            steps[axis] = step;
            step *= shape.get(axis);
        }
        return steps;
    }
}
