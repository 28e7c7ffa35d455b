// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.exchange.keras.read;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.vesalius.network.Network;
import org.vesalius.network.NetworkFactory;
import org.vesalius.network.exchange.ImportedNetwork;
import org.vesalius.network.exchange.keras.model.KerasModel;
import org.vesalius.network.exchange.keras.model.ModelParser;
import org.vesalius.network.exchange.keras.model.WeightStore;
import org.vesalius.network.exchange.keras.type.KerasVersion;
import org.vesalius.network.exchange.keras.type.LayerConverter;
import org.vesalius.network.exchange.keras.type.OwnTypes;
import org.vesalius.network.exchange.keras.type.UnsupportedSetting;
import org.vesalius.network.layer.LayerCatalog;

/** One import of one model. */
final class ModelImport {
    private final LayerCatalog layers;
    private final KerasFile file;
    private final ImportContext.Notes report = new ImportContext.Notes();
    private final WeightCollector weights = new WeightCollector();

    ModelImport(LayerCatalog layers, KerasFile file) {
        this.layers = layers;
        this.file = file;
    }

    /**
     * Builds the network.
     *
     * @throws UnsupportedSetting if the file holds no model that makes sense
     */
    ImportedNetwork run() {
        KerasModel model = new ModelParser(file.version()).parse(file.model());
        boolean first = channelsFirst(file.model());
        boolean flipped = flipped(first);
        Network network = NetworkFactory.eINSTANCE.createNetwork();
        network.setName(model.name());
        GraphTarget target = new GraphTarget(network, "", new GraphTarget.IdPool(), layers);
        ImportContext context = new ImportContext(file.version(), file.backend(), first, flipped,
                new LayerConverter(new OwnTypes(layers), file.version()), report, weights);
        List<Value> results = new GraphImporter(context, target, file.weights().apply(model), "")
                .run(model, List.of());
        new OutputPlacer(target, report, file.training()).place(model, results);
        InputRange.remark(network, report);
        if (first && flipped && file.backend().isEmpty() && weights.build().isPresent()) {
            report.remark("The file does not say what Keras computed with. Its channels come first, so Theano is"
                    + " assumed, and the kernels of convolutions are turned by 180°.");
        }
        return new ImportedNetwork(network, weights.build(), report.build(file.version().display()));
    }

    /** Theano turns kernels by 180°; files of Keras 1 do not name what they were computed with. */
    private boolean flipped(boolean channelsFirst) {
        if (!file.backend().isEmpty()) {
            return file.backend().equals("theano");
        }
        return file.version().major() == 1 && channelsFirst;
    }

    private static boolean channelsFirst(JsonElement json) {
        String text = json.toString();
        return text.contains("\"data_format\":\"channels_first\"") || text.contains("\"dim_ordering\":\"th\"");
    }

    /**
     * What a file says of a model.
     *
     * @param model its description
     * @param training how it was compiled, if it was
     * @param version the Keras that wrote it
     * @param backend what Keras computed with; empty if the file does not say
     * @param weights where the weights of the model are
     */
    record KerasFile(JsonObject model, Optional<JsonObject> training, KerasVersion version, String backend,
            Function<KerasModel, WeightStore> weights) {
    }
}
