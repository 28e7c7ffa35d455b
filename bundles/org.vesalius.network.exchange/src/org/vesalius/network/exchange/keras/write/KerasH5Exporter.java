// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.exchange.keras.write;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vesalius.network.Attention;
import org.vesalius.network.Layer;
import org.vesalius.network.Network;
import org.vesalius.network.analysis.NetworkAnalysis;
import org.vesalius.network.block.BlockSource;
import org.vesalius.network.exchange.ExchangeReport;
import org.vesalius.network.exchange.FileExporter;
import org.vesalius.network.exchange.hdf5.Hdf5Group;
import org.vesalius.network.exchange.hdf5.Hdf5Writer;
import org.vesalius.network.layer.LayerCatalog;
import org.vesalius.network.weights.NetworkWeights;

/** Writes whole models that {@code keras.models.load_model} of Keras 2 and 3 reads: description, weights and losses. */
public final class KerasH5Exporter extends FileExporter {
    private static final Format FORMAT = new Format("keras-h5", "Keras model with weights (.h5)", "h5", true);
    private final Gson gson = new GsonBuilder().serializeNulls().disableHtmlEscaping().create();

    /**
     * Writes networks of some types.
     *
     * @param layers the layer types that there are
     * @param blocks where blocks in files come from
     */
    public KerasH5Exporter(LayerCatalog layers, BlockSource blocks) {
        super(FORMAT, layers, blocks);
    }

    @Override
    public ExchangeReport write(Network network, Optional<NetworkWeights> weights, Path file) {
        NetworkAnalysis analysis = analyse(network);
        WeightsOfLayers stored = WeightsOfLayers.of(analysis, weights, file);
        KerasDescription description = new KerasDescription(analysis, stored.weights());
        Hdf5Group root = new Hdf5Group().text("keras_version", KerasDescription.VERSION)
                .text("backend", KerasDescription.BACKEND).text("model_config", gson.toJson(description.model()))
                .text("training_config", gson.toJson(description.training()));
        addWeights(root.group("model_weights"), description, stored);
        save(file, out -> Hdf5Writer.write(root, out));
        return new ExchangeReport(description.notes(), remarks(description));
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
}
