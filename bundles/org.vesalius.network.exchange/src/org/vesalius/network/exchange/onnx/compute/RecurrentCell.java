// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.exchange.onnx.compute;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vesalius.network.ActivationFunction;
import org.vesalius.network.GRU;
import org.vesalius.network.LSTM;
import org.vesalius.network.NetworkFactory;
import org.vesalius.network.Recurrent;
import org.vesalius.network.exchange.onnx.draw.Reading;
import org.vesalius.network.exchange.onnx.graph.ForeignArray;
import org.vesalius.network.exchange.onnx.graph.ForeignNode;
import org.vesalius.network.exchange.onnx.graph.NotExpressible;
import org.vesalius.network.weights.WeightTensor;

/**
 * The cell of a recurrent operator.
 *
 * @param type RNN, LSTM or GRU
 * @param direction forward, reverse or bidirectional
 * @param units size of the state
 * @param functions its functions, in the order of the operator
 * @param resetAfter whether a GRU resets after the multiplication
 * @param kernel weights of the input, directions × gates·units × features
 * @param recurrent weights of the state, directions × gates·units × units
 * @param bias those of the input, then those of the state, directions × 2·gates·units
 */
record RecurrentCell(String type, String direction, int units, List<ActivationFunction> functions,
        boolean resetAfter, ForeignArray kernel, ForeignArray recurrent, Optional<ForeignArray> bias) {
    /** Where Vesalius' gates input, forget, cell, output stand among those of ONNX: input, output, forget, cell. */
    private static final int[] LSTM_GATES = {0, 2, 3, 1};

    /** The cell of an operator. */
    static RecurrentCell of(ForeignNode node, Reading reading) throws NotExpressible {
        ForeignArray kernel = reading.needed(node, 1);
        ForeignArray recurrent = reading.needed(node, 2);
        String direction = node.text("direction", "forward");
        int directions = direction.equals("bidirectional") ? 2 : 1;
        List<Integer> dims = recurrent.dims();
        boolean sound = dims.size() == 3 && kernel.dims().size() == 3 && dims.get(0) == directions
                && kernel.dims().get(0) == directions && dims.get(2) > 0
                && dims.get(1) == gates(node.type()) * dims.get(2) && kernel.dims().get(1).equals(dims.get(1));
        Optional<ForeignArray> bias = reading.constant(node, 3);
        if (!sound || bias.isPresent() && bias.get().size() != directions * 2 * dims.get(1)) {
            throw new NotExpressible("its weights don't belong together");
        }
        RecurrentCell cell = new RecurrentCell(node.type(), direction, dims.get(2),
                CellFunctions.of(node, usualFunctions(node.type()), directions),
                node.integer("linear_before_reset", 0) != 0, kernel, recurrent, bias);
        cell.demandOneFunctionForState();
        return cell;
    }

    int directions() {
        return direction.equals("bidirectional") ? 2 : 1;
    }

    /** A layer with this cell. */
    Recurrent layer(NetworkFactory make) {
        Recurrent layer = switch (type) {
            case "LSTM" -> lstm(make.createLSTM());
            case "GRU" -> gru(make.createGRU());
            default -> make.createSimpleRNN();
        };
        layer.setUnits(units);
        layer.setActivation(functions.get(functions.size() - 1));
        layer.setUseBias(bias.isPresent());
        return layer;
    }

    /** The weights of one direction in the layouts of Vesalius. */
    Map<String, WeightTensor> weights(int number) {
        Map<String, WeightTensor> weights = new LinkedHashMap<>();
        weights.put("kernel", turned(kernel, number));
        weights.put("recurrent_kernel", turned(recurrent, number));
        bias.ifPresent(array -> weights.put("bias", bias(array, number)));
        return weights;
    }

    private static int gates(String type) {
        return switch (type) {
            case "LSTM" -> 4;
            case "GRU" -> 3;
            default -> 1;
        };
    }

    private Recurrent lstm(LSTM layer) {
        layer.setRecurrentActivation(functions.get(0));
        return layer;
    }

    private Recurrent gru(GRU layer) {
        layer.setRecurrentActivation(functions.get(0));
        layer.setResetAfter(resetAfter);
        return layer;
    }

    private void demandOneFunctionForState() throws NotExpressible {
        if (type.equals("LSTM") && functions.get(1) != functions.get(2)) {
            throw new NotExpressible("it applies two functions to its state");
        }
    }

    private static List<String> usualFunctions(String type) {
        return switch (type) {
            case "LSTM" -> List.of("Sigmoid", "Tanh", "Tanh");
            case "GRU" -> List.of("Sigmoid", "Tanh");
            default -> List.of("Tanh");
        };
    }

    private WeightTensor turned(ForeignArray array, int number) {
        int rows = array.dims().get(1);
        int columns = array.dims().get(2);
        float[] from = array.floats();
        float[] to = new float[rows * columns];
        int start = number * to.length;
        for (int row = 0; row < rows; row++) {
            int source = start + sourceRow(row) * columns;
            for (int column = 0; column < columns; column++) {
                to[column * rows + row] = from[source + column];
            }
        }
        return WeightTensor.of(to, columns, rows);
    }

    /** In which row of ONNX' order a row of Vesalius' stands. */
    private int sourceRow(int row) {
        return type.equals("LSTM") ? LSTM_GATES[row / units] * units + row % units : row;
    }

    private WeightTensor bias(ForeignArray array, int number) {
        int rows = gates(type) * units;
        float[] all = Arrays.copyOfRange(array.floats(), number * 2 * rows, (number + 1) * 2 * rows);
        if (type.equals("GRU") && resetAfter) {
            return WeightTensor.of(all, 2, rows);
        }
        float[] sum = new float[rows];
        for (int row = 0; row < rows; row++) {
            sum[row] = all[sourceRow(row)] + all[rows + sourceRow(row)];
        }
        return WeightTensor.of(sum, rows);
    }
}
