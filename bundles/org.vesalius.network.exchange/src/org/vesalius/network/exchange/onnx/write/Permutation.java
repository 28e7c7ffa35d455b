// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.exchange.onnx.write;

import java.util.List;
import org.vesalius.network.weights.WeightTensor;

/**
 * Brings the axes of an array into another order. Works through tiles in which both arrays stay in the processor's cache:
 * matrices of weights may hold a hundred million numbers.
 */
public final class Permutation {
    private static final int TILE = 32;

    private final float[] from;
    private final float[] to;
    private final int[] size;
    private final int[] sourceStep;
    private final int[] targetStep;
    /** The new axis along which the old array is contiguous. */
    private final int fast;
    /** The last of the new axes, along which the new array is contiguous. */
    private final int last;

    private Permutation(WeightTensor tensor, List<Integer> order) {
        List<Integer> shape = order.stream().map(tensor.shape()::get).toList();
        int[] oldSteps = steps(tensor.shape());
        from = tensor.values();
        to = new float[from.length];
        size = shape.stream().mapToInt(Integer::intValue).toArray();
        sourceStep = order.stream().mapToInt(axis -> oldSteps[axis]).toArray();
        targetStep = steps(shape);
        fast = order.indexOf(order.size() - 1);
        last = order.size() - 1;
    }

    /**
     * The array with its axes in another order.
     *
     * @param order for each new axis the old one, counted from 0
     */
    public static WeightTensor of(WeightTensor tensor, List<Integer> order) {
        if (order.isEmpty() || tensor.values().length == 0) {
            return new WeightTensor(order.stream().map(tensor.shape()::get).toList(), tensor.values());
        }
        Permutation permutation = new Permutation(tensor, order);
        permutation.outer(0, 0, 0);
        return new WeightTensor(order.stream().map(tensor.shape()::get).toList(), permutation.to);
    }

    /** Goes along all axes but the two that are contiguous in one of the arrays; at most as deep as there are axes. */
    private void outer(int axis, int source, int target) {
        if (axis == size.length) {
            plane(source, target);
        } else if (axis == fast || axis == last) {
            outer(axis + 1, source, target);
        } else {
            for (int i = 0; i < size[axis]; i++) {
                outer(axis + 1, source + i * sourceStep[axis], target + i * targetStep[axis]);
            }
        }
    }

    private void plane(int source, int target) {
        if (fast == last) {
            System.arraycopy(from, source, to, target, size[last]);
            return;
        }
        for (int i = 0; i < size[fast]; i += TILE) {
            for (int k = 0; k < size[last]; k += TILE) {
                tile(source, target, i, k);
            }
        }
    }

    private void tile(int source, int target, int firstFast, int firstLast) {
        int endFast = Math.min(size[fast], firstFast + TILE);
        int endLast = Math.min(size[last], firstLast + TILE);
        for (int i = firstFast; i < endFast; i++) {
            for (int k = firstLast; k < endLast; k++) {
                to[target + i * targetStep[fast] + k] = from[source + i + k * sourceStep[last]];
            }
        }
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
