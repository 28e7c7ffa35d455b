// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.exchange.keras.model;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.vesalius.core.English;
import org.vesalius.network.exchange.keras.type.JsonValues;
import org.vesalius.network.exchange.keras.type.KerasVersion;
import org.vesalius.network.exchange.keras.type.UnsupportedSetting;

/** Makes a graph of a model's description, be it Sequential or functional, of whatever version. */
public final class ModelParser {
    private static final int MAX_DEPTH = 32;
    private static final Set<String> FUNCTIONAL = Set.of("Model", "Functional");
    private static final String INPUT = "InputLayer";

    private final KerasVersion version;

    public ModelParser(KerasVersion version) {
        this.version = version;
    }

    /**
     * Reads a model.
     *
     * @throws UnsupportedSetting if it is none, or its parts contradict each other
     */
    public KerasModel parse(JsonElement json) {
        JsonObject model = JsonValues.object(json);
        String type = JsonValues.memberText(model, "class_name").orElse("");
        if (!isModel(type)) {
            throw new UnsupportedSetting("it describes " + (type.isEmpty() ? "no model" : English.one(type))
                    + ", not a Sequential or functional model");
        }
        return parse(type, model.get("config"), 0);
    }

    private static boolean isModel(String type) {
        return type.equals("Sequential") || FUNCTIONAL.contains(type);
    }

    private KerasModel parse(String type, JsonElement config, int depth) {
        if (depth > MAX_DEPTH) {
            throw new UnsupportedSetting("models are nested more than " + MAX_DEPTH + " deep");
        }
        return type.equals("Sequential") ? sequential(config, depth) : functional(JsonValues.object(config), depth);
    }

    private KerasModel functional(JsonObject config, int depth) {
        List<KerasLayer> layers = new ArrayList<>();
        for (JsonElement element : JsonValues.array(config.get("layers"))) {
            JsonObject json = JsonValues.object(element);
            KerasLayer layer = layer(json, depth);
            layers.add(layer.called(InboundNodes.read(json.get("inbound_nodes"))));
        }
        checkNames(layers);
        return new KerasModel(JsonValues.memberText(config, "name").orElse("model"), layers,
                InboundNodes.refs(config.get("input_layers")), InboundNodes.refs(config.get("output_layers")));
    }

    private KerasModel sequential(JsonElement config, int depth) {
        JsonArray list = config != null && config.isJsonArray() ? config.getAsJsonArray()
                : JsonValues.array(JsonValues.object(config).get("layers"));
        List<KerasLayer> layers = new ArrayList<>();
        for (JsonElement element : list) {
            layers.add(layer(JsonValues.object(element), depth));
        }
        if (layers.isEmpty()) {
            throw new UnsupportedSetting("its model has no layers");
        }
        if (!layers.get(0).type().equals(INPUT)) {
            layers.add(0, input(layers.get(0), config));
        }
        checkNames(layers);
        String name = config.isJsonObject() ? JsonValues.memberText(config.getAsJsonObject(), "name").orElse("") : "";
        return chain(name.isEmpty() ? "sequential" : name, layers);
    }

    private static KerasModel chain(String name, List<KerasLayer> layers) {
        List<KerasLayer> chained = new ArrayList<>();
        LayerCall.TensorRef last = null;
        for (KerasLayer layer : layers) {
            List<LayerCall.TensorRef> inputs = last == null ? List.of() : List.of(last);
            Map<LayerCall.TensorRef, JsonElement> shapes = last == null || layer.built().isEmpty() ? Map.of()
                    : Map.of(last, layer.built().get());
            chained.add(layer.called(last == null ? List.of()
                    : List.of(new LayerCall(inputs, new JsonObject(), shapes))));
            last = new LayerCall.TensorRef(layer.name(), 0, 0);
        }
        return new KerasModel(name, chained, List.of(new LayerCall.TensorRef(layers.get(0).name(), 0, 0)), List.of(last));
    }

    /** The input that a Sequential model does not list: its shape stands in the first layer, or nowhere. */
    private static KerasLayer input(KerasLayer first, JsonElement config) {
        JsonObject settings = new JsonObject();
        Optional<JsonElement> shape = inputShape(first, config);
        shape.ifPresent(value -> settings.add("batch_input_shape", value));
        return KerasLayer.of(first.name() + "_input", INPUT, settings);
    }

    private static Optional<JsonElement> inputShape(KerasLayer first, JsonElement config) {
        if (first.model().isPresent()) {
            return first.model().get().layers().stream().filter(layer -> layer.type().equals(INPUT)).findFirst()
                    .flatMap(layer -> inputShape(layer.config()));
        }
        Optional<JsonElement> own = inputShape(first.config());
        if (own.isPresent() || !config.isJsonObject()) {
            return own;
        }
        return Optional.ofNullable(config.getAsJsonObject().get("build_input_shape"))
                .filter(JsonElement::isJsonArray);
    }

    public static Optional<JsonElement> inputShape(JsonObject config) {
        for (String key : List.of("batch_input_shape", "batch_shape")) {
            if (config.has(key) && config.get(key).isJsonArray()) {
                return Optional.of(config.get(key));
            }
        }
        return Optional.empty();
    }

    private KerasLayer layer(JsonObject json, int depth) {
        String type = JsonValues.memberText(json, "class_name")
                .orElseThrow(() -> new UnsupportedSetting("one of its layers does not say what it is"));
        JsonElement config = json.get("config");
        if (isModel(type)) {
            KerasModel model = parse(type, config, depth + 1);
            String name = JsonValues.memberText(json, "name").orElse(model.name());
            return new KerasLayer(name, type, type, new JsonObject(), Optional.of(model), List.of(), Optional.empty());
        }
        JsonObject settings = config == null || config.isJsonNull() ? new JsonObject() : JsonValues.object(config);
        String name = JsonValues.memberText(settings, "name").or(() -> JsonValues.memberText(json, "name"))
                .orElse(type);
        KerasLayer layer = KerasLayer.of(name, type, settings).reworded(kind(json, type, settings), settings);
        layer = layer.built(JsonValues.member(json, "build_config").map(built -> built.get("input_shape"))
                .filter(JsonElement::isJsonArray));
        return switch (version.major()) {
            case 1 -> KerasOne.upgrade(layer);
            case 3 -> KerasThree.downgrade(layer);
            default -> layer;
        };
    }

    /** The class, told from those of the same name that are no layers of Keras. */
    private String kind(JsonObject json, String type, JsonObject settings) {
        String registered = JsonValues.memberText(json, "registered_name").orElse("");
        if (registered.contains(">")) {
            return registered;
        }
        String module = JsonValues.memberText(json, "module").orElse("");
        boolean layer = module.isEmpty() || module.equals("keras") || module.contains("layers");
        boolean bare = version.major() == 3 && module.isEmpty() && !type.equals(INPUT) && !type.contains(">")
                && !settings.has("trainable") && !settings.has("dtype");
        if (module.contains("keras") && module.contains(".ops.") || bare) {
            return KerasLayer.OPERATION + type;
        }
        return layer ? type : module + ">" + type;
    }

    private static void checkNames(List<KerasLayer> layers) {
        Set<String> names = new HashSet<>();
        for (KerasLayer layer : layers) {
            if (!names.add(layer.name())) {
                throw new UnsupportedSetting("two of its layers have the same name");
            }
        }
    }
}
