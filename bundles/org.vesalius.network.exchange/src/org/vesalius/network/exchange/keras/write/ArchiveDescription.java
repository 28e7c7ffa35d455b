// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.exchange.keras.write;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vesalius.network.Layer;
import org.vesalius.network.analysis.NetworkAnalysis;
import org.vesalius.network.exchange.Fidelity;
import org.vesalius.network.exchange.LayerNote;
import org.vesalius.network.exchange.keras.type.JsonValues;
import org.vesalius.network.exchange.keras.type.KerasObjects;
import org.vesalius.network.exchange.keras.type.KerasShapes;
import org.vesalius.network.exchange.keras.type.LayerTable;

/**
 * A description in the words of Keras 2, in those of Keras 3: objects name their module, and layers are called with
 * arrays that name where they come from. Source: keras.io, "Customizing saving and serialization", and the files that
 * Keras 3.3 writes.
 */
final class ArchiveDescription {
    private static final Map<String, String> MODULES = Map.of("initializer", "keras.initializers", "regularizer",
            "keras.regularizers", "constraint", "keras.constraints", "loss", "keras.losses");
    private static final Map<String, String> WORDS = Map.of("swish", "silu");
    private static final String OWN = "Vesalius>";

    private final NetworkAnalysis analysis;
    private final KerasDescription description;
    private final Map<String, JsonArray> shapes = new HashMap<>();

    ArchiveDescription(NetworkAnalysis analysis, KerasDescription description) {
        this.analysis = analysis;
        this.description = description;
    }

    /** The content of {@code config.json}. */
    JsonObject model() {
        for (Layer layer : description.layers()) {
            JsonArray shape = new JsonArray();
            shape.add(JsonNull.INSTANCE);
            analysis.shapeOf(layer).ifPresent(found -> KerasShapes.sizes(found)
                    .forEach(size -> shape.add(size < 0 ? JsonNull.INSTANCE : new JsonPrimitive(size))));
            shapes.put(description.name(layer), shape);
        }
        JsonObject config = description.model().getAsJsonObject("config");
        JsonArray layers = new JsonArray();
        config.getAsJsonArray("layers").forEach(layer -> layers.add(layer(layer.getAsJsonObject())));
        config.add("layers", layers);
        JsonObject model = object("keras.src.models.functional", "Functional", config);
        model.addProperty("registered_name", "Functional");
        model.add("compile_config", training());
        return model;
    }

    /** How well each layer went over. */
    List<LayerNote> notes() {
        List<LayerNote> notes = new ArrayList<>();
        for (LayerNote note : description.notes()) {
            boolean known = note.fidelity() == Fidelity.APPROXIMATED && note.note().endsWith(LayerWriter.FROM_KERAS_3);
            notes.add(known ? new LayerNote(note.layer(), note.type(), Fidelity.EXACT, "") : note);
        }
        return notes;
    }

    private JsonObject training() {
        JsonObject old = description.training();
        JsonArray losses = new JsonArray();
        old.getAsJsonArray("loss").forEach(loss -> losses.add(value("loss", loss)));
        JsonObject training = new JsonObject();
        training.addProperty("optimizer", "adam");
        training.add("loss", losses);
        training.add("loss_weights", old.get("loss_weights"));
        training.add("metrics", JsonNull.INSTANCE);
        training.add("weighted_metrics", JsonNull.INSTANCE);
        return training;
    }

    private JsonObject layer(JsonObject old) {
        JsonObject layer = described(old);
        layer.add("name", old.get("name"));
        JsonArray nodes = new JsonArray();
        for (JsonElement node : old.getAsJsonArray("inbound_nodes")) {
            nodes.add(node(layer.get("class_name").getAsString(), node.getAsJsonArray()));
        }
        layer.add("inbound_nodes", nodes);
        return layer;
    }

    /** Class and settings, of a layer inside another too. */
    private static JsonObject described(JsonObject old) {
        String type = old.get("class_name").getAsString();
        JsonObject config = new JsonObject();
        for (Map.Entry<String, JsonElement> entry : old.getAsJsonObject("config").entrySet()) {
            config.add(key(type, entry.getKey()), value(entry.getKey(), entry.getValue()));
        }
        if (!type.startsWith(OWN)) {
            return object("keras.layers", type, config);
        }
        JsonObject own = object(null, type.substring(OWN.length()), config);
        own.addProperty("registered_name", type);
        return own;
    }

    private static String key(String type, String key) {
        if (key.equals("batch_input_shape")) {
            return "batch_shape";
        }
        return type.equals("LeakyReLU") && key.equals("alpha") ? "negative_slope" : key;
    }

    private static JsonElement value(String key, JsonElement value) {
        if (key.contains("activation") && JsonValues.isText(value)) {
            return new JsonPrimitive(WORDS.getOrDefault(value.getAsString(), value.getAsString()));
        }
        if (!value.isJsonObject() || !value.getAsJsonObject().has("class_name")) {
            return value;
        }
        JsonObject object = value.getAsJsonObject();
        return key.equals("layer") ? described(object)
                : object(MODULES.get(key.substring(key.lastIndexOf('_') + 1)), KerasObjects.className(object),
                        KerasObjects.config(object));
    }

    private static JsonObject object(String module, String type, JsonObject config) {
        JsonObject object = new JsonObject();
        object.add("module", module == null ? JsonNull.INSTANCE : new JsonPrimitive(module));
        object.addProperty("class_name", type);
        object.add("config", config);
        object.add("registered_name", JsonNull.INSTANCE);
        return object;
    }

    /** Merging layers take a list of arrays as their only argument. */
    private JsonObject node(String type, JsonArray old) {
        JsonArray given = new JsonArray();
        JsonObject named = new JsonObject();
        for (JsonElement input : old) {
            given.add(array(input.getAsJsonArray()));
            JsonArray ref = input.getAsJsonArray();
            Optional.of(ref.get(3).getAsJsonObject()).ifPresent(arguments -> arguments.entrySet()
                    .forEach(argument -> named.add(argument.getKey(), array(argument.getValue().getAsJsonArray()))));
        }
        boolean merges = given.size() > 1 || LayerTable.MERGES.contains(type);
        JsonArray args = new JsonArray();
        args.add(merges ? given : given.get(0));
        JsonObject node = new JsonObject();
        node.add("args", args);
        node.add("kwargs", named);
        return node;
    }

    private JsonObject array(JsonArray ref) {
        JsonObject config = new JsonObject();
        config.add("shape", shapes.get(ref.get(0).getAsString()));
        config.addProperty("dtype", "float32");
        JsonArray history = new JsonArray();
        for (int i = 0; i < 3; i++) {
            history.add(ref.get(i));
        }
        config.add("keras_history", history);
        return KerasObjects.object("__keras_tensor__", config);
    }
}
