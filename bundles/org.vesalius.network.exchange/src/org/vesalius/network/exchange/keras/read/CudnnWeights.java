// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.exchange.keras.read;

import java.util.ArrayList;
import java.util.List;
import org.vesalius.network.exchange.keras.model.WeightStore;
import org.vesalius.network.exchange.tensor.Tensors;
import org.vesalius.network.weights.WeightTensor;

/**
 * Weights of CuDNNLSTM and CuDNNGRU in the layout of LSTM and GRU. Each gate of the kernel lies there as [units, inputs]
 * under the shape [inputs, units], the recurrent kernel is transposed, and there are two biases. Source:
 * {@code _convert_rnn_weights} in hdf5_format.py of Keras 2.
 */
final class CudnnWeights {
    private CudnnWeights() {
    }

    static List<WeightStore.Stored> usual(String type, List<WeightStore.Stored> stored) {
        if (stored.size() != 3) {
            return stored;
        }
        int gates = type.equals("CuDNNLSTM") ? 4 : 3;
        WeightTensor kernel = stored.get(0).tensor();
        WeightTensor recurrent = stored.get(1).tensor();
        WeightTensor bias = stored.get(2).tensor();
        boolean fits = kernel.rank() == 2 && recurrent.rank() == 2 && recurrent.shape().get(1) % gates == 0
                && kernel.shape().get(1) % gates == 0 && bias.values().length == 2 * kernel.shape().get(1);
        if (!fits) {
            return stored;
        }
        return List.of(new WeightStore.Stored(stored.get(0).name(), turned(kernel, gates, false)),
                new WeightStore.Stored(stored.get(1).name(), turned(recurrent, gates, true)),
                new WeightStore.Stored(stored.get(2).name(), gates == 4 ? sum(bias)
                        : bias.reshaped(List.of(2, bias.values().length / 2))));
    }

    private static WeightTensor turned(WeightTensor kernel, int gates, boolean square) {
        int rows = kernel.shape().get(0);
        int columns = kernel.shape().get(1) / gates;
        List<WeightTensor> parts = new ArrayList<>();
        for (int gate = 0; gate < gates; gate++) {
            float[] values = new float[rows * columns];
            for (int row = 0; row < rows; row++) {
                System.arraycopy(kernel.values(), row * columns * gates + gate * columns, values, row * columns,
                        columns);
            }
            List<Integer> shape = square ? List.of(rows, columns) : List.of(columns, rows);
            parts.add(Tensors.permute(new WeightTensor(shape, values), 1, 0));
        }
        return Tensors.concatenate(parts);
    }

    /** An LSTM adds both biases, so one does. */
    private static WeightTensor sum(WeightTensor bias) {
        int half = bias.values().length / 2;
        float[] values = new float[half];
        for (int i = 0; i < half; i++) {
            values[i] = bias.values()[i] + bias.values()[half + i];
        }
        return new WeightTensor(List.of(half), values);
    }
}
