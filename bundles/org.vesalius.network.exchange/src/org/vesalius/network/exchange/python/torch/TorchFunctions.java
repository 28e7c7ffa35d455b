// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.exchange.python.torch;

import org.vesalius.network.ActivationFunction;

/** Activation functions in PyTorch. */
final class TorchFunctions {
    private TorchFunctions() {
    }

    /** The function of an expression; softmax and log-softmax run along an axis. */
    static String of(ActivationFunction function, String x, int axis) {
        return switch (function) {
            case LINEAR -> x;
            case SOFTMAX -> "torch.softmax(" + x + ", " + axis + ")";
            case LOG_SOFTMAX -> "torch.log_softmax(" + x + ", " + axis + ")";
            case HARD_SIGMOID -> "torch.clamp(0.2 * " + x + " + 0.5, 0, 1)";
            default -> named(function) + "(" + x + ")";
        };
    }

    /** The function as a value that can be handed on. */
    static String value(ActivationFunction function) {
        return switch (function) {
            case LINEAR -> "lambda x: x";
            case SOFTMAX -> "lambda x: torch.softmax(x, -1)";
            case LOG_SOFTMAX -> "lambda x: torch.log_softmax(x, -1)";
            case HARD_SIGMOID -> "lambda x: torch.clamp(0.2 * x + 0.5, 0, 1)";
            default -> named(function);
        };
    }

    private static String named(ActivationFunction function) {
        return switch (function) {
            case RELU -> "torch.relu";
            case SIGMOID -> "torch.sigmoid";
            case TANH -> "torch.tanh";
            case ELU -> "F.elu";
            case SELU -> "F.selu";
            case GELU -> "F.gelu";
            case SWISH -> "F.silu";
            case SOFTPLUS -> "F.softplus";
            case SOFTSIGN -> "F.softsign";
            case RELU6 -> "F.relu6";
            case EXPONENTIAL -> "torch.exp";
            case MISH -> "F.mish";
            case LINEAR, SOFTMAX, LOG_SOFTMAX, HARD_SIGMOID -> throw new IllegalArgumentException(function + " is no single call");
        };
    }
}
