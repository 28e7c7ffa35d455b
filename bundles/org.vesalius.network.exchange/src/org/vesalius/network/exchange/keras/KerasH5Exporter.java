// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.exchange.keras;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vesalius.core.ErrorKind;
import org.vesalius.core.ReportedException;
import org.vesalius.core.io.AtomicFile;
import org.vesalius.network.Layer;
import org.vesalius.network.Network;
import org.vesalius.network.Normalization;
import org.vesalius.network.analysis.NetworkAnalysis;
import org.vesalius.network.block.BlockSource;
import org.vesalius.network.exchange.ComputableNetwork;
import org.vesalius.network.exchange.ExportReport;
import org.vesalius.network.exchange.NetworkExporter;
import org.vesalius.network.exchange.hdf5.Hdf5Group;
import org.vesalius.network.exchange.hdf5.Hdf5Writer;
import org.vesalius.network.weights.NetworkWeights;
import org.vesalius.network.weights.WeightSpec;

/** Writes whole models that {@code keras.models.load_model} of Keras 2 reads: description, weights and losses. */
public final class KerasH5Exporter implements NetworkExporter {
    private final BlockSource blocks;
    private final Gson gson = new GsonBuilder().serializeNulls().disableHtmlEscaping().create();

    /** For networks without blocks in files of their own. */
    public KerasH5Exporter() {
        this(BlockSource.none());
    }

    /** @param blocks where blocks in files come from */
    public KerasH5Exporter(BlockSource blocks) {
        this.blocks = blocks;
    }

    @Override
    public String id() {
        return "keras-h5";
    }

    @Override
    public String label() {
        return "Keras model with weights (.h5)";
    }

    @Override
    public String extension() {
        return "h5";
    }

    @Override
    public boolean wantsWeights() {
        return true;
    }

    @Override
    public ExportReport write(Network network, Optional<NetworkWeights> weights, Path file) {
        NetworkAnalysis analysis = new ComputableNetwork(blocks).analyze(network);
        NetworkWeights stored = weights.orElseThrow(() -> new ReportedException(ErrorKind.INVALID_INPUT,
                "A Keras model is a file of weights, and the network has none.", file,
                "Train it first, or export the description (.json)."));
        KerasDescription description = new KerasDescription(analysis, stored);
        Hdf5Group root = new Hdf5Group().text("keras_version", KerasDescription.VERSION)
                .text("backend", KerasDescription.BACKEND).text("model_config", gson.toJson(description.model()))
                .text("training_config", gson.toJson(description.training()));
        addWeights(root.group("model_weights"), description, analysis, stored);
        save(root, file);
        return new ExportReport(description.notes(), remarks(analysis));
    }

    private static List<String> remarks(NetworkAnalysis analysis) {
        List<String> remarks = new ArrayList<>();
        if (!analysis.expanded().isDrawing()) {
            remarks.add("Blocks are written layer by layer.");
        }
        remarks.add("Keras wants an optimizer: Adam with a rate of 0.001 stands in the file; compile the model with"
                + " yours before you train it.");
        return remarks;
    }

    private static void addWeights(Hdf5Group group, KerasDescription description, NetworkAnalysis analysis,
            NetworkWeights weights) {
        group.text("keras_version", KerasDescription.VERSION).text("backend", KerasDescription.BACKEND)
                .texts("layer_names", description.layers().stream().map(description::name).toList());
        for (Layer layer : description.layers()) {
            addWeights(group.group(description.name(layer)), description.name(layer), layer, analysis, weights);
        }
    }

    private static void addWeights(Hdf5Group group, String name, Layer layer, NetworkAnalysis analysis,
            NetworkWeights weights) {
        List<WeightSpec> specs = analysis.weightSpecs(layer);
        boolean given = layer instanceof Normalization && weights.layer(layer.getId()).isEmpty();
        List<String> names = new ArrayList<>();
        for (WeightSpec spec : given ? List.<WeightSpec>of() : specs) {
            String path = name + "/" + spec.name() + ":0";
            group.array(path, weights.get(layer.getId(), spec.name())
                    .filter(tensor -> tensor.shape().equals(spec.shape())).orElseThrow(() -> missing(layer, spec)));
            names.add(path);
        }
        group.texts("weight_names", names);
    }

    private static ReportedException missing(Layer layer, WeightSpec spec) {
        return new ReportedException(ErrorKind.INVALID_INPUT, "The weights do not belong to this network: '"
                + layer.getName() + "' needs " + spec.name() + " of the shape " + spec.shape() + ".",
                "Take the weights of a run of this very network.");
    }

    private static void save(Hdf5Group root, Path file) {
        try {
            new AtomicFile(file).write(out -> Hdf5Writer.write(root, out));
        } catch (IOException e) {
            throw new ReportedException(ErrorKind.ENVIRONMENT, "The model can't be written.", file,
                    "Check the folder, your permissions and the space on the disk.", e);
        }
    }
}
