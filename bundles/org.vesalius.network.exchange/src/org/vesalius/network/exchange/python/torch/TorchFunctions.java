// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.exchange.python.torch;

import org.vesalius.network.ActivationFunction;
import org.vesalius.network.SpatialDropout;

/** Activation functions in PyTorch, and what changes numbers in training only. */
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

    /** A dropout that PyTorch has. */
    static TorchSignal dropout(String type, double rate, TorchSite site) {
        String made = site.part(type + "(" + rate + ")");
        return site.result(made + "(" + site.input().variable() + ")", site.input().channelsFirst());
    }

    static TorchSignal dropout(SpatialDropout layer, TorchSite site) {
        TorchSignal in = site.input(true);
        String made = site.part("nn.Dropout" + Math.max(1, in.rank() - 1) + "d(" + layer.getRate() + ")");
        return site.result(made + "(" + in.variable() + ")", true);
    }

    /** Something that happens in training. */
    static TorchSignal noise(String expression, TorchSite site) {
        TorchSignal in = site.input();
        return site.result(expression + " if self.training else " + in.variable(), in.channelsFirst());
    }
}
