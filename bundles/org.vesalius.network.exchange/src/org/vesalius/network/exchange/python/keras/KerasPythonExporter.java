// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.exchange.python.keras;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.eclipse.emf.common.util.TreeIterator;
import org.eclipse.emf.ecore.EObject;
import org.vesalius.network.Block;
import org.vesalius.network.BlockReference;
import org.vesalius.network.Input;
import org.vesalius.network.Layer;
import org.vesalius.network.Network;
import org.vesalius.network.Output;
import org.vesalius.network.Variation;
import org.vesalius.network.analysis.NetworkAnalysis;
import org.vesalius.network.block.BlockExpansion;
import org.vesalius.network.block.BlockSource;
import org.vesalius.network.exchange.ExchangeReport;
import org.vesalius.network.exchange.FileExporter;
import org.vesalius.network.exchange.keras.type.Losses;
import org.vesalius.network.graph.Inputs;
import org.vesalius.network.layer.LayerCatalog;
import org.vesalius.network.weights.NetworkWeights;

/**
 * Writes a network as Python for the functional API of Keras 2: a function for each block, and {@code build_model()}.
 * What Keras has no layer for is marked by a comment.
 */
public final class KerasPythonExporter extends FileExporter {
    private static final Format FORMAT = new Format("keras-python", "Python code for Keras (.py)", "py", false);

    /**
     * Writes networks of some types.
     *
     * @param layers the layer types that there are
     * @param blocks where blocks in files come from
     */
    public KerasPythonExporter(LayerCatalog layers, BlockSource blocks) {
        super(FORMAT, layers, blocks);
    }

    @Override
    public ExchangeReport write(Network network, Optional<NetworkWeights> weights, Path file) {
        Network alone = needsLayout(network) ? BlockExpansion.expand(network, blocks()).orThrow().network() : network;
        PythonFile python = new PythonFile();
        String code = code(alone, analyse(alone), python);
        save(file, code);
        return new ExchangeReport(python.notes(), List.of());
    }

    private static String code(Network network, NetworkAnalysis analysis, PythonFile python) {
        KerasCode main = new KerasCode(analysis, python, network);
        List<String> lines = new ArrayList<>(main.lines());
        lines.addAll(closing(network, main));
        String functions = python.functions().stream().map(function -> "\n\n" + function)
                .collect(Collectors.joining());
        String body = functions + "\n\ndef build_model():\n" + String.join("\n", lines) + "\n";
        return head(network) + helper(body, "PositionalEncoding(", "positional_encoding.py")
                + helper(body, "unknown_layer(", "unknown_layer.py") + body
                + "\n\nif __name__ == '__main__':\n    build_model().summary()\n";
    }

    private static List<String> closing(Network network, KerasCode code) {
        List<Layer> inputs = network.getLayers().stream().filter(Input.class::isInstance).toList();
        List<Output> outputs = network.getLayers().stream().filter(Output.class::isInstance).map(Output.class::cast)
                .toList();
        List<String> lines = new ArrayList<>();
        lines.add("    model = keras.Model(" + list(inputs.stream().map(code::variable).toList()) + ", "
                + list(outputs.stream().map(output -> code.variable(Inputs.of(output).get(0))).toList()) + ", name="
                + PythonValues.text(PythonFile.legal(network.getName())) + ")");
        lines.add("    # the optimizer is yours to choose");
        outputs.stream().map(Output::getLoss).filter(loss -> !Losses.inKeras(loss)).distinct()
                .forEach(loss -> lines.add("    # Keras has no loss like " + loss.getLiteral() + ": put one of your own for None"));
        lines.add("    model.compile(optimizer='adam', loss="
                + list(outputs.stream().map(KerasPythonExporter::loss).toList())
                + (outputs.size() > 1 ? ", loss_weights=" + outputs.stream().map(Output::getLossWeight).toList() : "")
                + ")");
        lines.add("    return model");
        return lines;
    }

    private static String loss(Output output) {
        return switch (output.getLoss()) {
            case HUBER -> "keras.losses.Huber(delta=" + output.getHuberDelta() + ")";
            case FOCAL -> "keras.losses.BinaryFocalCrossentropy(apply_class_balancing=True, alpha="
                    + output.getFocalAlpha() + ", gamma=" + output.getFocalGamma() + ")";
            default -> Losses.inKeras(output.getLoss()) ? PythonValues.of("", Losses.write(output)) : "None";
        };
    }

    private static String list(List<String> items) {
        return items.size() == 1 ? items.get(0) : "[" + String.join(", ", items) + "]";
    }

    private static String head(Network network) {
        String title = network.getName() == null ? "Network" : network.getName();
        String about = network.getDescription() == null || network.getDescription().isBlank() ? ""
                : "\n\n" + network.getDescription().strip();
        String text = (title + about).replace("\\", "\\\\").replace("\"\"\"", "'''");
        return "\"\"\"" + text + "\n\nDrawn with Vesalius; for the functional API of Keras 2.\n\"\"\"\n"
                + "from tensorflow import keras\nfrom tensorflow.keras import layers\n";
    }

    private static String helper(String code, String call, String resource) {
        if (!code.contains(call)) {
            return "";
        }
        try (InputStream in = KerasPythonExporter.class.getResourceAsStream(resource)) {
            return "\n\n" + new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether something in the drawing has no counterpart in functions: it is then laid out layer by layer. */
    private static boolean needsLayout(Network network) {
        TreeIterator<EObject> all = network.eAllContents();
        while (all.hasNext()) {
            EObject next = all.next();
            if (next instanceof BlockReference || next instanceof Variation variation && reachesFar(variation)) {
                return true;
            }
        }
        return false;
    }

    private static boolean reachesFar(Variation variation) {
        Layer layer = variation.getLayer();
        return layer == null || layer instanceof Block || layer.eContainer() != variation.eContainer();
    }
}
