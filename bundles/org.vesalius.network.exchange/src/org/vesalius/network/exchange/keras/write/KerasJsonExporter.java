// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.exchange.keras.write;

import com.google.gson.GsonBuilder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vesalius.network.Network;
import org.vesalius.network.block.BlockSource;
import org.vesalius.network.exchange.ExchangeReport;
import org.vesalius.network.exchange.FileExporter;
import org.vesalius.network.layer.LayerCatalog;
import org.vesalius.network.weights.NetworkWeights;

/** Writes the description of a model that {@code keras.models.model_from_json} of Keras 2 reads. */
public final class KerasJsonExporter extends FileExporter {
    private static final Format FORMAT = new Format(
            "keras-json", "Keras description without weights (.json)", "json", false);

    /**
     * Writes networks of some types.
     *
     * @param layers the layer types that there are
     * @param blocks where blocks in files come from
     */
    public KerasJsonExporter(LayerCatalog layers, BlockSource blocks) {
        super(FORMAT, layers, blocks);
    }

    @Override
    public ExchangeReport write(Network network, Optional<NetworkWeights> weights, Path file) {
        KerasDescription description = new KerasDescription(analyse(network),
                NetworkWeights.empty());
        String json = new GsonBuilder().serializeNulls().setPrettyPrinting().disableHtmlEscaping().create()
                .toJson(description.model());
        save(file, json + "\n");
        List<String> remarks = new ArrayList<>(description.remarks());
        remarks.add("Losses are no part of a description; compile the model in Keras before you train it.");
        return new ExchangeReport(description.notes(), remarks);
    }
}
