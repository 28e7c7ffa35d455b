// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.exchange.keras.model;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.vesalius.network.exchange.keras.type.JsonValues;
import org.vesalius.network.exchange.keras.type.KerasObjects;
import org.vesalius.network.exchange.keras.type.UnsupportedSetting;

/**
 * The uses of a layer as the versions of Keras write them: up to Keras 2 lists {@code ["layer", use, result, {…}]}, in
 * Keras 3 objects with positional and named arguments.
 */
final class InboundNodes {
    /** Where an attention layer's inputs have names, they come in this order. */
    private static final List<String> ORDER = List.of("query", "value", "key");
    /** Names of arguments that are what a layer computes on; any other array is an argument that it may not know. */
    private static final Set<String> INPUTS = Set.of("query", "value", "key", "inputs", "x", "x1", "x2", "y", "a", "b",
            "xs", "values", "sequences", "sequence", "initial_state", "input_tensor", "features");

    /** What Keras 2 writes in place of a layer's name; source: {@code serialize} in node.py. */
    private static final String CONSTANT = "_CONSTANT_VALUE";

    private InboundNodes() {
    }

    /** The uses that stand in a layer's {@code inbound_nodes}. */
    static List<LayerCall> read(JsonElement nodes) {
        List<LayerCall> calls = new ArrayList<>();
        if (nodes == null || nodes.isJsonNull()) {
            return calls;
        }
        for (JsonElement node : JsonValues.array(nodes)) {
            calls.add(node.isJsonObject() ? modern(node.getAsJsonObject()) : legacy(JsonValues.array(node)));
        }
        return calls;
    }

    /** The arrays named in {@code input_layers} or {@code output_layers}, be it one or a list. */
    static List<LayerCall.TensorRef> refs(JsonElement json) {
        List<LayerCall.TensorRef> refs = new ArrayList<>();
        collect(json, refs);
        if (refs.isEmpty()) {
            throw new UnsupportedSetting("the model does not say what its inputs and outputs are");
        }
        return refs;
    }

    private static void collect(JsonElement json, List<LayerCall.TensorRef> refs) {
        if (json == null || json.isJsonNull()) {
            return;
        }
        Optional<LayerCall.TensorRef> ref = ref(json);
        if (ref.isPresent()) {
            refs.add(ref.get());
        } else if (json.isJsonObject()) {
            json.getAsJsonObject().entrySet().forEach(entry -> collect(entry.getValue(), refs));
        } else {
            JsonValues.array(json).forEach(element -> collect(element, refs));
        }
    }

    private static LayerCall legacy(JsonArray node) {
        JsonArray inputs = isConstant(node) || ref(node).isPresent() ? single(node) : node;
        List<LayerCall.TensorRef> refs = new ArrayList<>();
        List<LayerCall.TensorRef> named = new ArrayList<>();
        JsonObject arguments = new JsonObject();
        for (JsonElement input : inputs) {
            Optional<LayerCall.TensorRef> ref = ref(input);
            if (ref.isEmpty() && !isConstant(input)) {
                throw unreadable();
            }
            ref.ifPresentOrElse(refs::add, () -> arguments.add("argument 0", input.getAsJsonArray().get(2)));
            JsonArray entry = input.getAsJsonArray();
            if (entry.size() > 3 && entry.get(3).isJsonObject()) {
                sort(entry.get(3).getAsJsonObject(), named, arguments);
            }
        }
        refs.addAll(named);
        return new LayerCall(refs, arguments);
    }

    private static LayerCall modern(JsonObject node) {
        List<LayerCall.TensorRef> refs = new ArrayList<>();
        JsonObject arguments = new JsonObject();
        JsonArray positional = node.has("args") ? JsonValues.array(node.get("args")) : new JsonArray();
        for (int i = 0; i < positional.size(); i++) {
            List<LayerCall.TensorRef> found = histories(positional.get(i));
            refs.addAll(found);
            if (found.isEmpty() && !positional.get(i).isJsonNull()) {
                arguments.add("argument " + i, positional.get(i));
            }
        }
        JsonValues.member(node, "kwargs").ifPresent(named -> sort(named, refs, arguments));
        Map<LayerCall.TensorRef, JsonElement> shapes = new HashMap<>();
        shapes(node, shapes);
        return new LayerCall(refs, arguments, shapes);
    }

    /** The shapes that stand beside where arrays come from. */
    private static void shapes(JsonElement json, Map<LayerCall.TensorRef, JsonElement> shapes) {
        if (json.isJsonArray()) {
            json.getAsJsonArray().forEach(element -> shapes(element, shapes));
        } else if (json.isJsonObject()) {
            JsonObject object = json.getAsJsonObject();
            JsonElement shape = object.get("shape");
            ref(object.get("keras_history")).filter(ref -> shape != null && shape.isJsonArray())
                    .ifPresent(ref -> shapes.put(ref, shape));
            object.entrySet().forEach(entry -> shapes(entry.getValue(), shapes));
        }
    }

    /** Arguments by name: arrays become inputs, the rest stays. */
    private static void sort(JsonObject named, List<LayerCall.TensorRef> refs, JsonObject arguments) {
        List<Map.Entry<String, JsonElement>> entries = new ArrayList<>(named.entrySet());
        entries.sort(Comparator.comparingInt(entry -> ORDER.indexOf(entry.getKey())));
        for (Map.Entry<String, JsonElement> entry : entries) {
            List<LayerCall.TensorRef> found = ref(entry.getValue()).map(List::of).orElseGet(() -> histories(entry.getValue()));
            refs.addAll(found);
            if (found.isEmpty() || !INPUTS.contains(entry.getKey())) {
                arguments.add(entry.getKey(), entry.getValue());
            }
        }
    }

    /** The arrays in an argument of Keras 3, in order. */
    private static List<LayerCall.TensorRef> histories(JsonElement argument) {
        List<LayerCall.TensorRef> refs = new ArrayList<>();
        if (argument.isJsonArray()) {
            argument.getAsJsonArray().forEach(element -> refs.addAll(histories(element)));
        } else if (argument.isJsonObject()
                && KerasObjects.className(argument).equals("__keras_tensor__")) {
            refs.add(ref(KerasObjects.config(argument).get("keras_history")).orElseThrow(InboundNodes::unreadable));
        }
        return refs;
    }

    private static Optional<LayerCall.TensorRef> ref(JsonElement json) {
        if (json == null || !json.isJsonArray() || isConstant(json)) {
            return Optional.empty();
        }
        JsonArray list = json.getAsJsonArray();
        boolean isRef = list.size() >= 3 && JsonValues.isText(list.get(0)) && JsonValues.isNumber(list.get(1))
                && JsonValues.isNumber(list.get(2));
        return isRef ? Optional.of(new LayerCall.TensorRef(list.get(0).getAsString(), JsonValues.integer(list.get(1)),
                JsonValues.integer(list.get(2)))) : Optional.empty();
    }

    /** A number or the like that stands where the first array should, as in {@code 1 - x}: {@code [CONSTANT, -1, 1, {…}]}. */
    private static boolean isConstant(JsonElement json) {
        return json.isJsonArray() && json.getAsJsonArray().size() >= 3 && JsonValues.isText(json.getAsJsonArray().get(0))
                && json.getAsJsonArray().get(0).getAsString().equals(CONSTANT);
    }

    private static JsonArray single(JsonArray node) {
        JsonArray list = new JsonArray();
        list.add(node);
        return list;
    }

    private static UnsupportedSetting unreadable() {
        return new UnsupportedSetting("the connections of a layer can't be read");
    }
}
