// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.exchange.onnx.write;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
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

    /** The constants stand for those functions only that take any. */
    private void functions(Op op, int directions) {
        List<ActivationFunction> all = Collections.nCopies(directions, cell.functions()).stream()
                .flatMap(List::stream).toList();
        op.texts("activations", all.stream().map(this::name).toList());
        numbers(op, "activation_alpha", all.stream().map(RecurrentOperator::alpha));
        numbers(op, "activation_beta", all.stream().map(RecurrentOperator::beta));
    }

    private static void numbers(Op op, String attribute, Stream<Optional<Double>> values) {
        List<Double> taken = values.flatMap(Optional::stream).toList();
        if (!taken.isEmpty()) {
            op.numbers(attribute, taken);
        }
    }

    private static Optional<Double> alpha(ActivationFunction function) {
        return switch (function) {
            case HARD_SIGMOID -> Optional.of(HARD_SIGMOID_SLOPE);
            case LINEAR, ELU -> Optional.of(1.0);
            default -> Optional.empty();
        };
    }

    private static Optional<Double> beta(ActivationFunction function) {
        return switch (function) {
            case HARD_SIGMOID -> Optional.of(0.5);
            case LINEAR -> Optional.of(0.0);
            default -> Optional.empty();
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
