// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.exchange.python.torch;

import java.util.List;
import org.vesalius.network.Attention;
import org.vesalius.network.Dense;
import org.vesalius.network.Embedding;
import org.vesalius.network.LastTimeStep;
import org.vesalius.network.Layer;
import org.vesalius.network.PositionKind;
import org.vesalius.network.PositionalEncoding;
import org.vesalius.network.TimeDistributed;
import org.vesalius.network.shape.Axis;

/** Layers for sequences that carry no state. */
final class TorchSequences {
    private TorchSequences() {
    }

    static TorchSignal embedding(Embedding layer, TorchSite site) {
        String made = site.part("nn.Embedding(" + layer.getVocabularySize() + ", " + layer.getDimension() + ")");
        site.load("embeddings", ".weight", "");
        return site.result(made + "(" + site.input(false).variable() + ".long())", false);
    }

    static TorchSignal lastStep(LastTimeStep layer, TorchSite site) {
        return site.result(site.input(false).variable() + "[:, -1]", false);
    }

    static <L extends Attention> TorchSignal attention(L layer, TorchSite site) {
        site.written().need(Helper.ATTENTION);
        List<TorchSignal> inputs = site.inputs(false);
        TorchSignal values = inputs.get(Math.min(1, inputs.size() - 1));
        String made = site.part("Attention(" + inputs.get(0).shape().last().size() + ", "
                + values.shape().last().size() + ", " + layer.getHeads() + ", " + layer.getKeyDimension()
                + Python.unless(layer.isUseBias(), "bias=False")
                + Python.unless(layer.getDropout() == 0, "dropout=" + layer.getDropout()) + ")");
        for (String part : List.of("query", "key", "value")) {
            int features = site.spec(part + "_kernel").shape().get(0);
            site.load(part + "_kernel", "." + part + ".weight", ".reshape(" + features + ", -1).T");
            site.loadIf(layer.isUseBias(), part + "_bias", "." + part + ".bias", ".reshape(-1)");
        }
        site.load("output_kernel", ".output.weight", ".reshape(-1, " + site.shape().last().size() + ").T");
        site.loadIf(layer.isUseBias(), "output_bias", ".output.bias", "");
        String keys = inputs.size() > 2 ? ", " + inputs.get(2).variable() : "";
        return site.result(made + "(" + inputs.get(0).variable() + ", " + values.variable() + keys + ")", false);
    }

    static TorchSignal positions(PositionalEncoding layer, TorchSite site) {
        TorchSignal in = site.input(false);
        int features = in.shape().last().size();
        if (layer.getKind() == PositionKind.LEARNED) {
            String table = site.part("nn.Parameter(torch.randn(" + layer.getMaxLength() + ", " + features
                    + ") * 0.05)");
            site.load("embeddings", "", "");
            return site.result(in.variable() + " + " + table + "[:" + in.variable() + ".shape[1]]", false);
        }
        int steps = in.shape().size(0);
        if (steps == Axis.UNKNOWN) {
            throw site.refuse("the number of time steps is not known", "Give the input a fixed number of time steps.");
        }
        String waves = "(feature - feature % 2) / " + features;
        site.code().part("feature = torch.arange(" + features + ", dtype=torch.float64)");
        site.code().part("angle = torch.arange(" + steps + ").unsqueeze(1) / 10000 ** (" + waves + ")");
        site.code().part("waves = torch.where(feature % 2 == 0, angle.sin(), angle.cos()).float()");
        site.code().part("self.register_buffer(\"" + site.name() + "\", waves, persistent=False)");
        return site.result(in.variable() + " + self." + site.name(), false);
    }

    /** A layer at every step: the steps become samples and then steps again, unless the layer takes a sequence anyway. */
    static final class OfEachStep implements TorchLayer<TimeDistributed> {
        private final TorchLayers layers;

        /** @param layers the code of the layers inside */
        OfEachStep(TorchLayers layers) {
            this.layers = layers;
        }

        @Override
        public TorchSignal write(TimeDistributed layer, TorchSite site) {
            Layer inside = layer.getLayer();
            if (inside == null) {
                throw site.refuse("there is no layer inside", "Choose a layer for its inside.");
            }
            TorchSignal in = site.input(false);
            if (inside instanceof Dense) {
                return layers.write(inside, site.with(in, site.shape()));
            }
            String steps = site.code().names().variable(site.name() + "_steps");
            site.code().step(steps + " = " + in.variable() + ".flatten(0, 1)  # steps as samples");
            TorchSite step = site.with(new TorchSignal(steps, TorchShapes.withoutTime(in.shape()), false),
                    TorchShapes.withoutTime(site.shape()));
            TorchSignal result = step.in(false, layers.write(inside, step));
            String whole = site.code().names().variable(site.name() + "_sequence");
            site.code().step(whole + " = " + result.variable() + ".unflatten(0, " + in.variable() + ".shape[:2])");
            return new TorchSignal(whole, site.shape(), false);
        }
    }
}
