// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.exchange.keras.write;

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
import org.vesalius.network.Attention;
import org.vesalius.network.Layer;
import org.vesalius.network.Network;
import org.vesalius.network.analysis.NetworkAnalysis;
import org.vesalius.network.block.BlockSource;
import org.vesalius.network.exchange.ComputableNetwork;
import org.vesalius.network.exchange.ExportReport;
import org.vesalius.network.exchange.NetworkExporter;
import org.vesalius.network.exchange.hdf5.Hdf5Group;
import org.vesalius.network.exchange.hdf5.Hdf5Writer;
import org.vesalius.network.weights.NetworkWeights;

/** Writes whole models that {@code keras.models.load_model} of Keras 2 and 3 reads: description, weights and losses. */
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
        WeightsOfLayers stored = WeightsOfLayers.of(analysis, weights, file);
        KerasDescription description = new KerasDescription(analysis, stored.weights());
        Hdf5Group root = new Hdf5Group().text("keras_version", KerasDescription.VERSION)
                .text("backend", KerasDescription.BACKEND).text("model_config", gson.toJson(description.model()))
                .text("training_config", gson.toJson(description.training()));
        addWeights(root.group("model_weights"), description, stored);
        save(root, file);
        return new ExportReport(description.notes(), remarks(description));
    }

    private static List<String> remarks(KerasDescription description) {
        List<String> remarks = new ArrayList<>(description.remarks());
        remarks.add("Keras wants an optimizer: Adam with a rate of 0.001 stands in the file; compile the model with"
                + " yours before you train it.");
        if (description.layers().stream().anyMatch(Attention.class::isInstance)) {
            remarks.add("Keras 3 can't read attention from .h5 files; export .keras for it.");
        }
        return remarks;
    }

    private static void addWeights(Hdf5Group group, KerasDescription description, WeightsOfLayers stored) {
        group.text("keras_version", KerasDescription.VERSION).text("backend", KerasDescription.BACKEND)
                .texts("layer_names", description.layers().stream().map(description::name).toList());
        for (Layer layer : description.layers()) {
            String name = description.name(layer);
            Hdf5Group inside = group.group(name);
            List<String> names = new ArrayList<>();
            stored.of(layer).forEach(weight -> {
                String path = name + "/" + weight.name() + ":0";
                inside.array(path, weight.tensor());
                names.add(path);
            });
            inside.texts("weight_names", names);
        }
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
