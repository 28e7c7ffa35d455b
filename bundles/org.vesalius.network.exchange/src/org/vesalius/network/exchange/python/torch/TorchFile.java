// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.exchange.python.torch;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.vesalius.network.Input;
import org.vesalius.network.Layer;
import org.vesalius.network.Network;
import org.vesalius.network.Output;
import org.vesalius.network.analysis.NetworkAnalysis;
import org.vesalius.network.graph.Inputs;

/**
 * The text of a Python file with the module of a network.
 *
 * @param network the network as drawn
 * @param analysis its analysis, which found the shapes of all layers
 */
record TorchFile(Network network, NetworkAnalysis analysis) {
    private static final String LICENCE_FREE = "# Written by Vesalius. The code is yours to use and to change.\n";

    /** The text. */
    String text() {
        ModuleWriter writer = new ModuleWriter(analysis);
        String type = writer.types().type(name());
        ModuleCode code = new ModuleCode();
        Map<Layer, TorchSignal> signals = new IdentityHashMap<>();
        List<Input> inputs = layers(Input.class);
        for (Input input : inputs) {
            signals.put(input, new TorchSignal(code.names().variable(input.getName()), input.getShape(), false));
        }
        List<String> parameters = inputs.stream().map(input -> signals.get(input).variable()).toList();
        writer.write(ModuleTree.of(analysis.order().layers()), code, "", signals);
        String results = layers(Output.class).stream().map(output -> result(output, code, signals))
                .collect(Collectors.joining(", "));
        String module = code.text(type, description(), parameters, results) + loading(writer.written());
        return assembled(writer, module);
    }

    private String name() {
        return Optional.ofNullable(network.getName()).filter(found -> !found.isBlank()).orElse("network");
    }

    private <L extends Layer> List<L> layers(Class<L> type) {
        return analysis.expanded().network().getLayers().stream().filter(type::isInstance).map(type::cast).toList();
    }

    private static String result(Output output, ModuleCode code, Map<Layer, TorchSignal> signals) {
        TorchSignal signal = signals.get(Inputs.of(output).get(0));
        return signal.channelsFirst() && signal.rank() > 1 ? code.exchanged(signal).variable() : signal.variable();
    }

    private String description() {
        String takes = layers(Input.class).stream().map(input -> input.getName() + " (batch × "
                + input.getShape().display().replace("×", " × ") + ")").collect(Collectors.joining(", "));
        String gives = layers(Output.class).stream().map(output -> output.getName() + " (batch × "
                + analysis.shapeOf(output).orElseThrow().display().replace("×", " × ") + ")")
                .collect(Collectors.joining(", "));
        return safe(name()) + ": takes " + safe(takes) + ", gives " + safe(gives) + ". Channels come last.";
    }

    /** Text of the user's that can't end the quotation it stands in. */
    private static String safe(String text) {
        return text.replace("\\", "/").replace("\"", "'").replaceAll("\\s+", " ");
    }

    private static String loading(WrittenCode written) {
        if (written.weights().isEmpty()) {
            return "";
        }
        return written.weights().stream().map(weight -> "        " + weight.line() + "\n").collect(Collectors.joining("",
                "\n    def load_weights(self, path):\n        \"\"\"Loads the weights that Vesalius keeps in a"
                        + " .safetensors file.\"\"\"\n        stored = read_weights(path)\n",
                ""));
    }

    private static String assembled(ModuleWriter writer, String module) {
        WrittenCode written = writer.written();
        if (!written.weights().isEmpty()) {
            written.need(Helper.WEIGHTS);
        }
        StringBuilder body = new StringBuilder();
        written.helpers().forEach(helper -> body.append("\n\n").append(helper.code()));
        writer.classes().forEach((text, name) -> body.append("\n\n").append(text.replaceFirst("@", name)));
        body.append("\n\n").append(module);
        String text = body.toString();
        return LICENCE_FREE + (written.weights().isEmpty() ? "" : "import json\nimport struct\n\nimport numpy as np\n")
                + "import torch\n" + (text.contains("F.") ? "import torch.nn.functional as F\n" : "")
                + "from torch import nn\n" + text;
    }
}
