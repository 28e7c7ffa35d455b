// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.exchange.keras.read;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.vesalius.core.ErrorKind;
import org.vesalius.core.ReportedException;
import org.vesalius.network.exchange.ImportedNetwork;
import org.vesalius.network.exchange.NetworkImporter;
import org.vesalius.network.exchange.hdf5.Hdf5File;
import org.vesalius.network.exchange.keras.model.H5WeightStore;
import org.vesalius.network.exchange.keras.model.KerasArchive;
import org.vesalius.network.exchange.keras.model.KerasModel;
import org.vesalius.network.exchange.keras.model.KerasOne;
import org.vesalius.network.exchange.keras.model.VarsWeightStore;
import org.vesalius.network.exchange.keras.model.WeightStore;
import org.vesalius.network.exchange.keras.type.JsonValues;
import org.vesalius.network.exchange.keras.type.KerasJson;
import org.vesalius.network.exchange.keras.type.KerasVersion;
import org.vesalius.network.exchange.keras.type.UnsupportedSetting;
import org.vesalius.network.layer.LayerCatalog;

/**
 * Reads models of Keras 1, 2 and 3: whole models in {@code .h5}, descriptions in {@code .json} with or without weights
 * in another {@code .h5}, and {@code .keras} archives. Code in Lambda layers is never run.
 */
public final class KerasImporter implements NetworkImporter {
    private static final int MAX_TEXT = 64 << 20;
    private static final String REMEDY = "Export the model from Keras once more, as .h5 or .keras.";

    private final LayerCatalog layers;

    /** @param layers the layer types that there are */
    public KerasImporter(LayerCatalog layers) {
        this.layers = layers;
    }

    @Override
    public String id() {
        return "keras";
    }

    @Override
    public String label() {
        return "Keras model";
    }

    @Override
    public List<String> extensions() {
        return List.of("h5", "hdf5", "keras", "json");
    }

    @Override
    public ImportedNetwork load(Path file) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        return guarded(file, () -> {
            if (name.endsWith(".json")) {
                return described(file, model -> WeightStore.NONE);
            }
            return name.endsWith(".keras") ? archive(file) : whole(file);
        });
    }

    @Override
    public ImportedNetwork load(Path file, Path weights) {
        if (!file.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(".json")) {
            return NetworkImporter.super.load(file, weights);
        }
        return guarded(file, () -> {
            try (Hdf5File stored = Hdf5File.open(weights)) {
                return described(file, model -> new H5WeightStore(stored, root(stored)));
            }
        });
    }

    private static String root(Hdf5File file) {
        return file.hasGroup("model_weights") ? "model_weights" : "";
    }

    private ImportedNetwork whole(Path path) {
        try (Hdf5File file = Hdf5File.open(path)) {
            String config = file.text("", "model_config").orElseThrow(() -> new UnsupportedSetting(
                    file.texts("", "layer_names").isEmpty() ? "it holds no Keras model"
                            : "it holds weights only; import the description (.json) and give this file with it"));
            JsonObject model = KerasJson.parse(config);
            KerasVersion version = KerasVersion.of(file.text("", "keras_version").orElse(""), KerasOne.speaks(model));
            String root = root(file);
            return new ModelImport(layers, new ModelImport.KerasFile(model, file.text("", "training_config").map(KerasJson::parse), version,
                    file.text("", "backend").orElse(""), parsed -> new H5WeightStore(file, root))).run();
        }
    }

    private ImportedNetwork described(Path path, Function<KerasModel, WeightStore> weights) throws IOException {
        if (Files.size(path) > MAX_TEXT) {
            throw new UnsupportedSetting("it is larger than any description of a model");
        }
        JsonObject model = KerasJson.parse(Files.readString(path));
        KerasVersion version = KerasVersion.of(JsonValues.memberText(model, "keras_version").orElse(""),
                KerasOne.speaks(model));
        String backend = JsonValues.memberText(model, "backend").orElse("");
        return new ModelImport(layers, new ModelImport.KerasFile(model, Optional.empty(), version, backend, weights)).run();
    }

    private ImportedNetwork archive(Path path) throws IOException {
        Path weights = Files.createTempFile("vesalius", ".h5");
        try (KerasArchive archive = new KerasArchive(path)) {
            JsonObject model = KerasJson.parse(archive.text("config.json")
                    .orElseThrow(() -> new UnsupportedSetting("it holds no config.json")));
            String version = archive.text("metadata.json").map(KerasJson::parse)
                    .flatMap(json -> JsonValues.memberText(json, "keras_version")).orElse("3");
            Optional<JsonObject> training = JsonValues.member(model, "compile_config");
            if (!archive.unpack("model.weights.h5", weights)) {
                return new ModelImport(layers, new ModelImport.KerasFile(model, training, KerasVersion.of(version, false), "",
                        parsed -> WeightStore.NONE)).run();
            }
            try (Hdf5File file = Hdf5File.open(weights)) {
                return new ModelImport(layers, new ModelImport.KerasFile(model, training, KerasVersion.of(version, false), "",
                        parsed -> new VarsWeightStore(file, "", parsed))).run();
            }
        } finally {
            Files.deleteIfExists(weights);
        }
    }

    /** Reads a file. */
    private interface Reading {
        ImportedNetwork run() throws IOException;
    }

    private static ImportedNetwork guarded(Path file, Reading reading) {
        try {
            return reading.run();
        } catch (UnsupportedSetting | IllegalArgumentException e) {
            throw new ReportedException(ErrorKind.INVALID_INPUT, "The file can't be imported: " + e.getMessage() + ".",
                    file, REMEDY, e);
        } catch (IOException e) {
            throw new ReportedException(ErrorKind.INVALID_INPUT, "The file can't be read, or it is damaged.", file,
                    "Check that it exists, that you may read it, and that it was copied whole.", e);
        }
    }
}
