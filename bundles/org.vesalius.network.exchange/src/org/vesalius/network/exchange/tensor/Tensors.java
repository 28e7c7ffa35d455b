// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.exchange.tensor;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.vesalius.network.weights.WeightTensor;

/** New tensors made of the numbers of others. */
public final class Tensors {
    private Tensors() {
    }

    /**
     * Exchanges axes.
     *
     * @param axes for each new axis the number of the old one, counted from 0
     * @throws IllegalArgumentException if these are not the axes of the tensor
     */
    public static WeightTensor permute(WeightTensor tensor, int... axes) {
        if (!Arrays.equals(Arrays.stream(axes).sorted().toArray(), ascending(tensor.rank()))) {
            throw new IllegalArgumentException("these are not the axes of " + tensor);
        }
        int[] oldStrides = strides(tensor.shape());
        List<Integer> shape = new ArrayList<>();
        int[] steps = new int[axes.length];
        for (int i = 0; i < axes.length; i++) {
            shape.add(tensor.shape().get(axes[i]));
            steps[i] = oldStrides[axes[i]];
        }
        return new WeightTensor(shape, walk(tensor.values(), shape, steps, 0));
    }

    /** Turns the order along some axes round. */
    public static WeightTensor reverse(WeightTensor tensor, int... axes) {
        int[] steps = strides(tensor.shape());
        int start = 0;
        for (int axis : axes) {
            start += (tensor.shape().get(axis) - 1) * steps[axis];
            steps[axis] = -steps[axis];
        }
        return new WeightTensor(tensor.shape(), walk(tensor.values(), tensor.shape(), steps, start));
    }

    /**
     * Puts tensors behind each other along their last axis.
     *
     * @throws IllegalArgumentException if their other axes differ
     */
    public static WeightTensor concatenate(List<WeightTensor> parts) {
        List<Integer> outer = parts.get(0).shape().subList(0, parts.get(0).rank() - 1);
        int width = 0;
        for (WeightTensor part : parts) {
            if (part.rank() == 0 || !part.shape().subList(0, part.rank() - 1).equals(outer)) {
                throw new IllegalArgumentException("the parts of a weight do not fit together");
            }
            width += last(part);
        }
        int rows = Math.toIntExact(WeightTensor.elements(outer));
        float[] values = new float[Math.multiplyExact(rows, width)];
        int offset = 0;
        for (WeightTensor part : parts) {
            for (int row = 0; row < rows; row++) {
                System.arraycopy(part.values(), row * last(part), values, row * width + offset, last(part));
            }
            offset += last(part);
        }
        List<Integer> shape = new ArrayList<>(outer);
        shape.add(width);
        return new WeightTensor(shape, values);
    }

    /**
     * The rows of a matrix whose inputs were numbered in another order.
     *
     * @param matrix [inputs, units], the inputs laid out with these axes
     * @param shape sizes of the axes in the old order
     * @param axes for each new axis the number of the old one, counted from 0
     */
    public static WeightTensor permuteRows(WeightTensor matrix, List<Integer> shape, int... axes) {
        List<Integer> unfolded = new ArrayList<>(shape);
        unfolded.add(matrix.shape().get(1));
        int[] all = Arrays.copyOf(axes, axes.length + 1);
        all[axes.length] = axes.length;
        return permute(matrix.reshaped(unfolded), all).reshaped(matrix.shape());
    }

    private static float[] walk(float[] from, List<Integer> shape, int[] steps, int start) {
        float[] to = new float[from.length];
        int[] index = new int[steps.length];
        int position = start;
        for (int i = 0; i < to.length; i++) {
            to[i] = from[position];
            for (int axis = steps.length - 1; axis >= 0; axis--) {
                position += steps[axis];
                index[axis]++;
                if (index[axis] < shape.get(axis)) {
                    break;
                }
                position -= steps[axis] * index[axis];
                index[axis] = 0;
            }
        }
        return to;
    }

    private static int[] strides(List<Integer> shape) {
        int[] strides = new int[shape.size()];
        int stride = 1;
        for (int axis = shape.size() - 1; axis >= 0; axis--) {
            strides[axis] = stride;
            stride *= shape.get(axis);
        }
        return strides;
    }

    private static int[] ascending(int count) {
        int[] numbers = new int[count];
        Arrays.setAll(numbers, i -> i);
        return numbers;
    }

    private static int last(WeightTensor tensor) {
        return tensor.shape().get(tensor.rank() - 1);
    }
}
