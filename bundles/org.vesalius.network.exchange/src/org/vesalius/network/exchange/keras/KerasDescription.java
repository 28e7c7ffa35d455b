// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.exchange.keras;

import com.google.gson.JsonArray;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;
import org.vesalius.network.Input;
import org.vesalius.network.Layer;
import org.vesalius.network.MultiHeadAttention;
import org.vesalius.network.Normalization;
import org.vesalius.network.Output;
import org.vesalius.network.SelfAttention;
import org.vesalius.network.analysis.NetworkAnalysis;
import org.vesalius.network.exchange.LayerNote;
import org.vesalius.network.graph.Inputs;
import org.vesalius.network.shape.Shape;
import org.vesalius.network.weights.NetworkWeights;

/** A network as a functional model of Keras 2, and how well each layer went over. */
final class KerasDescription {
    static final String VERSION = "2.13.1";
    static final String BACKEND = "tensorflow";

    private final NetworkAnalysis analysis;
    private final NetworkWeights weights;
    private final KerasNames names = new KerasNames();
    private final LayerWriter writer = new LayerWriter();
    private final List<Layer> layers = new ArrayList<>();
    private final List<Output> outputs = new ArrayList<>();
    private final List<LayerNote> notes = new ArrayList<>();

    /** @param weights the weights that go with it; a Normalization with weights says its numbers by these alone */
    KerasDescription(NetworkAnalysis analysis, NetworkWeights weights) {
        this.analysis = analysis;
        this.weights = weights;
        for (Layer layer : analysis.order().layers()) {
            if (layer instanceof Output output) {
                outputs.add(output);
            } else {
                layers.add(layer);
            }
        }
    }

    /** The layers that Keras has, in an order of computation. */
    List<Layer> layers() {
        return layers;
    }

    String name(Layer layer) {
        return names.of(layer);
    }

    List<LayerNote> notes() {
        return notes;
    }

    /** The description that Keras calls the configuration of a model. */
    JsonObject model() {
        notes.clear();
        JsonArray written = new JsonArray();
        layers.forEach(layer -> written.add(layer(layer)));
        JsonObject config = new JsonObject();
        config.addProperty("name", KerasNames.legal(analysis.expanded().network().getName()));
        config.addProperty("trainable", true);
        config.add("layers", written);
        config.add("input_layers", refs(layers.stream().filter(Input.class::isInstance).toList()));
        config.add("output_layers", refs(outputs.stream().map(output -> Inputs.of(output).get(0)).toList()));
        JsonObject model = KerasObjects.object("Functional", config);
        model.addProperty("keras_version", VERSION);
        model.addProperty("backend", BACKEND);
        return model;
    }

    /** The losses, with an optimizer since Keras wants one. */
    JsonObject training() {
        JsonArray losses = new JsonArray();
        JsonArray weights = new JsonArray();
        outputs.forEach(output -> {
            losses.add(Losses.write(output));
            weights.add(output.getLossWeight());
        });
        JsonObject rate = new JsonObject();
        rate.addProperty("name", "Adam");
        rate.addProperty("learning_rate", 0.001);
        JsonObject training = new JsonObject();
        training.add("loss", losses);
        training.add("metrics", JsonNull.INSTANCE);
        training.add("weighted_metrics", JsonNull.INSTANCE);
        training.add("loss_weights", weights);
        training.add("optimizer_config", KerasObjects.object("Adam", rate));
        return training;
    }

    private JsonObject layer(Layer layer) {
        List<Layer> inputs = Inputs.of(layer);
        int rank = inputs.isEmpty() ? 0 : analysis.shapeOf(inputs.get(0)).map(Shape::rank).orElse(0);
        WrittenLayer written = writer.write(layer, rank);
        notes.add(new LayerNote(layer.getName(), written.type(), written.fidelity(), written.note()));
        JsonObject config = new JsonObject();
        config.addProperty("name", name(layer));
        config.addProperty("trainable", true);
        config.addProperty("dtype", "float32");
        written.config().entrySet().forEach(entry -> config.add(entry.getKey(), entry.getValue()));
        if (layer instanceof Normalization && !weights.layer(layer.getId()).isEmpty()) {
            config.add("mean", JsonNull.INSTANCE);
            config.add("variance", JsonNull.INSTANCE);
        }
        JsonObject json = KerasObjects.object(written.type(), config);
        json.addProperty("name", name(layer));
        json.add("inbound_nodes", inputs.isEmpty() ? new JsonArray() : nodes(layer, inputs));
        return json;
    }

    private JsonArray nodes(Layer layer, List<Layer> inputs) {
        JsonArray node = new JsonArray();
        if (layer instanceof SelfAttention || layer instanceof MultiHeadAttention) {
            JsonObject named = new JsonObject();
            named.add("value", ref(inputs.get(Math.min(1, inputs.size() - 1))));
            if (inputs.size() > 2) {
                named.add("key", ref(inputs.get(2)));
            }
            node.add(with(ref(inputs.get(0)), named));
        } else {
            inputs.forEach(input -> node.add(with(ref(input), new JsonObject())));
        }
        JsonArray nodes = new JsonArray();
        nodes.add(node);
        return nodes;
    }

    private static JsonArray with(JsonArray ref, JsonObject arguments) {
        ref.add(arguments);
        return ref;
    }

    private JsonArray refs(List<? extends Layer> all) {
        JsonArray refs = new JsonArray();
        all.forEach(layer -> refs.add(ref(layer)));
        return refs;
    }

    private JsonArray ref(Layer layer) {
        JsonArray ref = new JsonArray();
        ref.add(name(layer));
        ref.add(0);
        ref.add(0);
        return ref;
    }
}
