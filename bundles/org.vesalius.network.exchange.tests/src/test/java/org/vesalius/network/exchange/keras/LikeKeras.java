// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.exchange.keras;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.ZipFile;
import org.vesalius.network.exchange.hdf5.Hdf5File;
import org.vesalius.network.weights.WeightTensor;

/**
 * Reads models as {@code keras.models.load_model} does, written from Keras' code without regard to ours: the order of a
 * model's layers is {@code map_graph_network} of functional.py, weights of .h5 files are handed out by position as in
 * hdf5_format.py, and those of archives by class and count as in saving_lib.py.
 */
final class LikeKeras {
    /** Classes that have weights in any case; those of wrappers are weighed by what they wrap. */
    private static final Set<String> WEIGHTED = Set.of("Dense", "Conv1D", "Conv2D", "Conv3D", "Conv1DTranspose",
            "Conv2DTranspose", "Conv3DTranspose", "DepthwiseConv2D", "SeparableConv2D", "Embedding", "SimpleRNN", "GRU",
            "LSTM", "MultiHeadAttention", "PReLU");
    private static final Set<String> IF_SCALED = Set.of("LayerNormalization", "GroupNormalization");

    private final JsonObject config;
    private final Map<String, JsonObject> layers = new LinkedHashMap<>();
    private final Map<String, Integer> indices = new HashMap<>();
    private final List<String> finished = new ArrayList<>();

    private LikeKeras(JsonObject model) {
        config = model.getAsJsonObject("config");
        for (JsonElement layer : config.getAsJsonArray("layers")) {
            layers.put(layer.getAsJsonObject().get("name").getAsString(), layer.getAsJsonObject());
        }
    }

    /** The arrays that each layer of an .h5 model gets, in order. */
    static Map<String, List<WeightTensor>> h5(Path file) {
        try (Hdf5File h5 = Hdf5File.open(file)) {
            LikeKeras model = new LikeKeras(
                    JsonParser.parseString(h5.text("", "model_config").orElseThrow()).getAsJsonObject());
            List<String> weighted = model.order().stream().filter(model::isWeighted).toList();
            List<String> groups = h5.texts("model_weights", "layer_names").stream()
                    .filter(name -> !h5.texts("model_weights/" + name, "weight_names").isEmpty()).toList();
            if (weighted.size() != groups.size()) {
                throw new IllegalStateException("Layer count mismatch when loading weights from file. Model expected "
                        + weighted.size() + " layers, found " + groups.size() + " saved layers: " + weighted + groups);
            }
            Map<String, List<WeightTensor>> loaded = new LinkedHashMap<>();
            for (int i = 0; i < groups.size(); i++) {
                String group = "model_weights/" + groups.get(i);
                loaded.put(weighted.get(i), h5.texts(group, "weight_names").stream()
                        .map(name -> h5.tensor(group + "/" + name)).toList());
            }
            return loaded;
        }
    }

    /** The arrays that each layer of an archive gets, by their places in it. */
    static Map<String, Map<String, WeightTensor>> archive(Path file) throws IOException {
        Path weights = Files.createTempFile("weights", ".h5");
        try (ZipFile zip = new ZipFile(file.toFile())) {
            try (InputStream in = zip.getInputStream(zip.getEntry("model.weights.h5"))) {
                Files.write(weights, in.readAllBytes());
            }
            return archive(config(zip), weights);
        } finally {
            Files.delete(weights);
        }
    }

    private static Map<String, Map<String, WeightTensor>> archive(JsonObject config, Path weights) {
        LikeKeras model = new LikeKeras(config);
        Map<String, Map<String, WeightTensor>> loaded = new LinkedHashMap<>();
        Map<String, Integer> used = new HashMap<>();
        try (Hdf5File h5 = Hdf5File.open(weights)) {
            if (!h5.hasGroup("vars")) {
                throw new IllegalStateException("the root has no vars");
            }
            for (String name : model.order()) {
                String stem = snake(model.layers.get(name).get("class_name").getAsString());
                int count = used.merge(stem, 1, Integer::sum) - 1;
                Map<String, WeightTensor> found = new TreeMap<>();
                collect(h5, "layers/" + stem + (count == 0 ? "" : "_" + count), "", found);
                if (!found.isEmpty()) {
                    loaded.put(name, found);
                }
            }
        }
        return loaded;
    }

    private static void collect(Hdf5File h5, String group, String path, Map<String, WeightTensor> found) {
        for (String child : h5.children(group)) {
            if (path.endsWith("vars/")) {
                found.put(path + child, h5.tensor(group + "/" + child));
            } else {
                collect(h5, group + "/" + child, path + child + "/", found);
            }
        }
    }

    /** The description in a model's file. */
    static JsonObject description(Path file) {
        if (!file.toString().endsWith(".keras")) {
            try (Hdf5File h5 = Hdf5File.open(file)) {
                return JsonParser.parseString(h5.text("", "model_config").orElseThrow()).getAsJsonObject();
            }
        }
        try (ZipFile zip = new ZipFile(file.toFile())) {
            return config(zip);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonObject config(ZipFile zip) throws IOException {
        try (InputStream in = zip.getInputStream(zip.getEntry("config.json"))) {
            return JsonParser.parseString(new String(in.readAllBytes(), StandardCharsets.UTF_8)).getAsJsonObject();
        }
    }

    /** Names of the layers in the order of {@code model.layers}. */
    private List<String> order() {
        Map<String, Integer> depths = new HashMap<>();
        for (JsonElement output : config.getAsJsonArray("output_layers")) {
            visit(output.getAsJsonArray().get(0).getAsString());
        }
        for (int i = finished.size() - 1; i >= 0; i--) {
            String layer = finished.get(i);
            int depth = depths.computeIfAbsent(layer, key -> 0);
            for (String input : inputs(layer)) {
                depths.put(input, Math.max(depth + 1, depths.getOrDefault(input, 0)));
            }
        }
        for (JsonElement input : config.getAsJsonArray("input_layers")) {
            String name = input.getAsJsonArray().get(0).getAsString();
            if (depths.putIfAbsent(name, 0) == null) {
                indices.put(name, -1);
            }
        }
        return depths.keySet().stream().sorted(Comparator.comparing((String name) -> -depths.get(name))
                .thenComparing(indices::get)).toList();
    }

    private void visit(String layer) {
        if (finished.contains(layer)) {
            return;
        }
        indices.putIfAbsent(layer, indices.size());
        inputs(layer).forEach(this::visit);
        finished.add(layer);
    }

    /** Names of the layers whose results a layer is given; arguments with names are sorted by these. */
    private List<String> inputs(String layer) {
        List<String> names = new ArrayList<>();
        for (JsonElement node : layers.get(layer).getAsJsonArray("inbound_nodes")) {
            if (node.isJsonObject()) {
                histories(node.getAsJsonObject().get("args"), names);
                new TreeMap<>(node.getAsJsonObject().getAsJsonObject("kwargs").asMap()).values()
                        .forEach(value -> histories(value, names));
                continue;
            }
            Map<String, JsonElement> named = new TreeMap<>();
            for (JsonElement input : node.getAsJsonArray()) {
                JsonArray parts = input.getAsJsonArray();
                names.add(parts.get(0).getAsString());
                named.putAll(parts.get(3).getAsJsonObject().asMap());
            }
            named.values().forEach(value -> names.add(value.getAsJsonArray().get(0).getAsString()));
        }
        return names;
    }

    private static void histories(JsonElement value, List<String> names) {
        if (value.isJsonArray()) {
            value.getAsJsonArray().forEach(element -> histories(element, names));
        } else if (value.isJsonObject()) {
            names.add(value.getAsJsonObject().getAsJsonObject("config").getAsJsonArray("keras_history").get(0)
                    .getAsString());
        }
    }

    private boolean isWeighted(String name) {
        return isWeighted(layers.get(name));
    }

    private static boolean isWeighted(JsonObject layer) {
        String type = layer.get("class_name").getAsString();
        JsonObject settings = layer.getAsJsonObject("config");
        if (settings.has("layer")) {
            return isWeighted(settings.getAsJsonObject("layer"));
        }
        boolean scaled = IF_SCALED.contains(type)
                && (settings.get("scale").getAsBoolean() || settings.get("center").getAsBoolean());
        return WEIGHTED.contains(type) || scaled || type.equals("BatchNormalization")
                || type.equals("Vesalius>PositionalEncoding")
                        && settings.has("kind") && settings.get("kind").getAsString().equals("learned");
    }

    /** As {@code to_snake_case} of naming.py. */
    private static String snake(String type) {
        return type.replaceAll("\\W+", "").replaceAll("(.)([A-Z][a-z]+)", "$1_$2")
                .replaceAll("([a-z])([A-Z])", "$1_$2").toLowerCase(Locale.ROOT);
    }
}
