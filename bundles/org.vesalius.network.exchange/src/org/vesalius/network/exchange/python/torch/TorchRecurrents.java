// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.exchange.python.torch;

import org.vesalius.network.ActivationFunction;
import org.vesalius.network.Bidirectional;
import org.vesalius.network.GRU;
import org.vesalius.network.LSTM;
import org.vesalius.network.Recurrent;

/**
 * Recurrent layers, by classes that the file brings: those of PyTorch have two biases where Keras and Vesalius have one,
 * and no choice of functions.
 */
final class TorchRecurrents {
    private TorchRecurrents() {
    }

    static TorchSignal single(Recurrent layer, TorchSite site) {
        String made = site.part(cell(layer, layer.isGoBackwards(), site));
        load(layer, "", "", site);
        return site.result(made + "(" + site.input(false).variable() + ")", false);
    }

    static TorchSignal both(Bidirectional layer, TorchSite site) {
        if (!(layer.getLayer() instanceof Recurrent inside)) {
            throw site.refuse("there is no recurrent layer inside", "Choose a recurrent layer for its inside.");
        }
        site.written().need(Helper.BIDIRECTIONAL);
        boolean backwards = inside.isGoBackwards();
        site.code().part("self." + site.name() + " = Bidirectional(");
        site.code().part("    " + cell(inside, backwards, site) + ",");
        site.code().part("    " + cell(inside, !backwards, site) + ",");
        site.code().part("    " + join(layer) + ")");
        load(inside, "forward/", ".first", site);
        load(inside, "backward/", ".second", site);
        return site.result("self." + site.name() + "(" + site.input(false).variable() + ")", false);
    }

    private static String join(Bidirectional layer) {
        return switch (layer.getMerge()) {
            case CONCATENATE -> "lambda a, b: torch.cat((a, b), -1)";
            case ADD -> "lambda a, b: a + b";
            case MULTIPLY -> "lambda a, b: a * b";
            case AVERAGE -> "lambda a, b: (a + b) / 2";
        };
    }

    private static void load(Recurrent layer, String prefix, String target, TorchSite site) {
        site.load(prefix + "kernel", target + ".kernel", "");
        site.load(prefix + "recurrent_kernel", target + ".recurrent", "");
        site.loadIf(layer.isUseBias(), prefix + "bias", target + ".bias", "");
    }

    private static String cell(Recurrent layer, boolean backwards, TorchSite site) {
        int features = site.input().shape().last().size();
        return kind(layer, site) + "(" + features + ", " + layer.getUnits()
                + Python.unless(layer.getActivation() == ActivationFunction.TANH,
                        "function=" + TorchFunctions.value(layer.getActivation()))
                + gate(layer) + Python.unless(layer.isUseBias(), "bias=False")
                + Python.unless(!layer.isReturnSequences(), "sequences=True")
                + Python.unless(!backwards, "backwards=True") + ")";
    }

    private static String kind(Recurrent layer, TorchSite site) {
        Helper helper = layer instanceof LSTM ? Helper.LSTM : layer instanceof GRU ? Helper.GRU : Helper.SIMPLE_RNN;
        site.written().need(helper);
        return switch (helper) {
            case LSTM -> "LSTM";
            case GRU -> "GRU";
            default -> "SimpleRNN";
        };
    }

    private static String gate(Recurrent layer) {
        ActivationFunction function = layer instanceof LSTM lstm ? lstm.getRecurrentActivation()
                : layer instanceof GRU gru ? gru.getRecurrentActivation() : ActivationFunction.SIGMOID;
        boolean after = !(layer instanceof GRU gru) || gru.isResetAfter();
        return Python.unless(function == ActivationFunction.SIGMOID, "gate=" + TorchFunctions.value(function))
                + Python.unless(after, "reset_after=False");
    }
}
