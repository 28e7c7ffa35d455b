// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.exchange.onnx.compute;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.vesalius.network.ActivationFunction;
import org.vesalius.network.exchange.onnx.graph.ForeignNode;
import org.vesalius.network.exchange.onnx.graph.NotExpressible;
import org.vesalius.network.exchange.onnx.graph.NumberTypes;

/**
 * The functions that a recurrent operator names. {@code activation_alpha} and {@code activation_beta} hold one value for
 * each function that takes one, in the order of the functions; those that are not there are the function's default.
 * Source: ONNX operators RNN, GRU and LSTM.
 */
final class CellFunctions {
    private static final double CLOSE = 1e-6;

    private final List<Float> alphas;
    private final List<Float> betas;

    private CellFunctions(ForeignNode node) {
        alphas = new ArrayList<>(node.numbers("activation_alpha"));
        betas = new ArrayList<>(node.numbers("activation_beta"));
    }

    /**
     * The functions of one direction, in the order of the operator.
     *
     * @param usual what the operator takes where it names none
     * @throws NotExpressible if the directions differ, or a function is none of those of layers
     */
    static List<ActivationFunction> of(ForeignNode node, List<String> usual, int directions) throws NotExpressible {
        List<String> named = node.texts("activations");
        if (!named.isEmpty() && named.size() != directions * usual.size()) {
            throw new NotExpressible("its functions " + named + " are not those of its directions");
        }
        CellFunctions constants = new CellFunctions(node);
        List<ActivationFunction> all = new ArrayList<>();
        for (String name : named.isEmpty() ? usual : named) {
            all.add(constants.function(name));
        }
        List<ActivationFunction> first = all.subList(0, usual.size());
        if (!all.subList(all.size() - usual.size(), all.size()).equals(first)) {
            throw new NotExpressible("its directions have different functions");
        }
        if (!constants.alphas.isEmpty() || !constants.betas.isEmpty()) {
            throw new NotExpressible("it has more constants than its functions take");
        }
        return first;
    }

    private ActivationFunction function(String name) throws NotExpressible {
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "tanh" -> ActivationFunction.TANH;
            case "sigmoid" -> ActivationFunction.SIGMOID;
            case "relu" -> ActivationFunction.RELU;
            case "softplus" -> ActivationFunction.SOFTPLUS;
            case "softsign" -> ActivationFunction.SOFTSIGN;
            case "hardsigmoid" -> with(ActivationFunction.HARD_SIGMOID, take(alphas, 0.2), 0.2, take(betas, 0.5), 0.5);
            case "affine" -> with(ActivationFunction.LINEAR, take(alphas, 1), 1, take(betas, 0), 0);
            case "elu" -> with(ActivationFunction.ELU, take(alphas, 1), 1, 0, 0);
            default -> throw new NotExpressible("its cell has the function " + name);
        };
    }

    private static double take(List<Float> values, double otherwise) {
        return values.isEmpty() ? otherwise : values.remove(0);
    }

    private static ActivationFunction with(ActivationFunction function, double alpha, double usualAlpha, double beta,
            double usualBeta) throws NotExpressible {
        if (Math.abs(alpha - usualAlpha) > CLOSE || Math.abs(beta - usualBeta) > CLOSE) {
            throw new NotExpressible("its function " + function.getLiteral() + " has the constants "
                    + NumberTypes.shortest(alpha) + " and " + NumberTypes.shortest(beta));
        }
        return function;
    }
}
