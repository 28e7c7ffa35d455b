// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.exchange.onnx.write;

import java.util.List;
import java.util.stream.IntStream;
import org.vesalius.network.ActivationFunction;
import org.vesalius.network.GRU;
import org.vesalius.network.LSTM;
import org.vesalius.network.Recurrent;

/**
 * How a recurrent layer is said in ONNX.
 *
 * @param operator the operator
 * @param gates for each gate in ONNX its place in Vesalius
 * @param functions the functions of one direction, in the order of the operator
 * @param resetAfter whether a GRU resets after the multiplication
 */
record Cell(String operator, List<Integer> gates, List<ActivationFunction> functions, boolean resetAfter) {
    /** ONNX has input, output, forget, cell; Vesalius input, forget, cell, output. */
    private static final List<Integer> LSTM_GATES = List.of(0, 3, 1, 2);

    static Cell of(Recurrent layer) {
        if (layer instanceof LSTM lstm) {
            return new Cell("LSTM", LSTM_GATES, List.of(lstm.getRecurrentActivation(), lstm.getActivation(),
                    lstm.getActivation()), false);
        }
        if (layer instanceof GRU gru) {
            return new Cell("GRU", IntStream.range(0, 3).boxed().toList(),
                    List.of(gru.getRecurrentActivation(), gru.getActivation()), gru.isResetAfter());
        }
        return new Cell("RNN", List.of(0), List.of(layer.getActivation()), false);
    }

    /** A kernel in × gates·units, in ONNX 1 × gates·units × in. */
    WeightLayout kernel(List<Integer> shape) {
        List<Integer> turned = List.of(shape.get(1), shape.get(0));
        return WeightLayout.parts(gates).then(WeightLayout.transposed(List.of(1, 0)))
                .then(WeightLayout.reshaped(turned, List.of(1, shape.get(1), shape.get(0))));
    }

    /** The biases, in ONNX those of the input before those of the state; Vesalius has the latter after a reset only. */
    WeightLayout bias(List<Integer> shape) {
        WeightLayout ordered = WeightLayout.parts(gates);
        int row = shape.get(shape.size() - 1);
        WeightLayout both = shape.size() == 2 ? ordered
                : ordered.then(WeightLayout.zerosBehind());
        List<Integer> before = shape.size() == 2 ? shape : List.of(2 * row);
        return both.then(WeightLayout.reshaped(before, List.of(1, 2 * row)));
    }
}
