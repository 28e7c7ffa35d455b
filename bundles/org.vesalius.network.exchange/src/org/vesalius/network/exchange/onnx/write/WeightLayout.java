// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.exchange.onnx.write;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import org.vesalius.network.weights.WeightTensor;

/**
 * How a weight lies in an ONNX file as against Vesalius, and the way back.
 *
 * @param shape from the shape in Vesalius to that in ONNX
 * @param forth from the numbers in Vesalius to those in ONNX
 * @param back from the numbers in ONNX to those in Vesalius
 */
record WeightLayout(UnaryOperator<List<Integer>> shape, UnaryOperator<WeightTensor> forth,
        UnaryOperator<WeightTensor> back) {
    /** The same in both. */
    static final WeightLayout SAME = new WeightLayout(UnaryOperator.identity(), UnaryOperator.identity(),
            UnaryOperator.identity());

    /** This change, and another behind it. */
    WeightLayout then(WeightLayout next) {
        return new WeightLayout(from -> next.shape.apply(shape.apply(from)),
                tensor -> next.forth.apply(forth.apply(tensor)), tensor -> back.apply(next.back.apply(tensor)));
    }

    /** The axes in another order: for each axis in ONNX the one in Vesalius, counted from 0. */
    static WeightLayout transposed(List<Integer> order) {
        List<Integer> inverse = inverse(order);
        return new WeightLayout(from -> order.stream().map(from::get).toList(),
                tensor -> Permutation.of(tensor, order), tensor -> Permutation.of(tensor, inverse));
    }

    /** The same numbers in the same order under other axes. */
    static WeightLayout reshaped(List<Integer> from, List<Integer> to) {
        return new WeightLayout(shape -> to, tensor -> tensor.reshaped(to), tensor -> tensor.reshaped(from));
    }

    /**
     * Equal parts along the last axis in another order, such as the gates of an LSTM.
     *
     * @param order for each part in ONNX the one in Vesalius, counted from 0
     */
    static WeightLayout parts(List<Integer> order) {
        List<Integer> inverse = inverse(order);
        return new WeightLayout(UnaryOperator.identity(), tensor -> reordered(tensor, order),
                tensor -> reordered(tensor, inverse));
    }

    /** A row with as many zeros behind it, where ONNX wants a second row of which Vesalius knows nothing. */
    static WeightLayout zerosBehind() {
        return new WeightLayout(from -> List.of(2 * from.get(0)),
                row -> row(Arrays.copyOf(row.values(), 2 * row.values().length)),
                row -> row(Arrays.copyOf(row.values(), row.values().length / 2)));
    }

    private static WeightTensor row(float[] values) {
        return WeightTensor.of(values, values.length);
    }

    private static List<Integer> inverse(List<Integer> order) {
        List<Integer> inverse = new ArrayList<>(order);
        for (int i = 0; i < order.size(); i++) {
            inverse.set(order.get(i), i);
        }
        return inverse;
    }

    private static WeightTensor reordered(WeightTensor tensor, List<Integer> order) {
        int last = tensor.shape().get(tensor.rank() - 1);
        int part = last / order.size();
        float[] from = tensor.values();
        float[] to = new float[from.length];
        for (int row = 0; row < from.length; row += last) {
            for (int i = 0; i < order.size(); i++) {
                System.arraycopy(from, row + order.get(i) * part, to, row + i * part, part);
            }
        }
        return new WeightTensor(tensor.shape(), to);
    }
}
