// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.exchange.onnx.write;

import java.util.ArrayList;
import java.util.List;
import org.vesalius.network.ActivationFunction;
import org.vesalius.network.Recurrent;

/** The operators RNN, LSTM and GRU in one or both directions. */
final class RecurrentOperator {
    private static final double HARD_SIGMOID_SLOPE = 0.2;

    private final Recurrent layer;
    private final Cell cell;
    private final LayerSite site;

    RecurrentOperator(Recurrent layer, LayerSite site) {
        this.layer = layer;
        this.cell = Cell.of(layer);
        this.site = site;
    }

    /**
     * Adds the operator.
     *
     * @param direction "forward", "reverse" or "bidirectional"
     * @param prefixes what stands before the names of the weights, for each direction
     * @return time × directions × batch × units where the layer returns sequences, else directions × batch × units
     */
    String run(String direction, List<String> prefixes) {
        Signal in = site.input(Layout.TIME_FIRST);
        Op op = site.op(cell.operator()).in(in.value(), kernels("kernel", prefixes),
                kernels("recurrent_kernel", prefixes));
        String bias = layer.isUseBias() ? biases(prefixes) : "";
        if (in.lengths().isPresent()) {
            op.in(bias, in.lengths().get());
        } else if (!bias.isEmpty()) {
            op.in(bias);
        }
        op.integer("hidden_size", layer.getUnits()).text("direction", direction);
        functions(op, prefixes.size());
        if (cell.resetAfter()) {
            op.integer("linear_before_reset", 1);
        }
        return op.out(layer.isReturnSequences() ? 0 : 1);
    }

    private String kernels(String name, List<String> prefixes) {
        return site.stack(name, prefixes.stream()
                .map(prefix -> site.stored(prefix + name, cell.kernel(site.spec(prefix + name).shape()))).toList());
    }

    private String biases(List<String> prefixes) {
        return site.stack("bias", prefixes.stream()
                .map(prefix -> site.stored(prefix + "bias", cell.bias(site.spec(prefix + "bias").shape()))).toList());
    }

    private void functions(Op op, int directions) {
        List<String> names = new ArrayList<>();
        List<Double> alphas = new ArrayList<>();
        List<Double> betas = new ArrayList<>();
        for (int i = 0; i < directions; i++) {
            for (ActivationFunction function : cell.functions()) {
                names.add(name(function));
                alphas.add(alpha(function));
                betas.add(function == ActivationFunction.HARD_SIGMOID ? 0.5 : 0.0);
            }
        }
        op.texts("activations", names);
        if (alphas.stream().anyMatch(alpha -> alpha != 0)) {
            op.numbers("activation_alpha", alphas).numbers("activation_beta", betas);
        }
    }

    private static double alpha(ActivationFunction function) {
        return switch (function) {
            case HARD_SIGMOID -> HARD_SIGMOID_SLOPE;
            case LINEAR, ELU -> 1;
            default -> 0;
        };
    }

    private String name(ActivationFunction function) {
        return switch (function) {
            case LINEAR -> "Affine";
            case RELU -> "Relu";
            case SIGMOID -> "Sigmoid";
            case TANH -> "Tanh";
            case ELU -> "Elu";
            case SOFTPLUS -> "Softplus";
            case SOFTSIGN -> "Softsign";
            case HARD_SIGMOID -> "HardSigmoid";
            default -> throw site.refuse("its operator " + cell.operator() + " does not know the function "
                    + function.getLiteral(), "Take tanh, sigmoid or another plain function.");
        };
    }
}
