// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.exchange.keras.write;

import com.google.gson.JsonArray;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.vesalius.network.Layer;
import org.vesalius.network.MultiHeadAttention;
import org.vesalius.network.Normalization;
import org.vesalius.network.Output;
import org.vesalius.network.SelfAttention;
import org.vesalius.network.analysis.NetworkAnalysis;
import org.vesalius.network.exchange.LayerNote;
import org.vesalius.network.exchange.keras.type.KerasObjects;
import org.vesalius.network.exchange.keras.type.Losses;
import org.vesalius.network.graph.Inputs;
import org.vesalius.network.shape.Shape;
import org.vesalius.network.weights.NetworkWeights;
import org.vesalius.network.weights.WeightTensor;

/** A network as a functional model of Keras 2, and how well each layer went over. */
final class KerasDescription {
    static final String VERSION = "2.13.1";
    static final String BACKEND = "tensorflow";
    /** Their constructors in Keras 3 don't take it. */
    private static final Set<String> WITHOUT_TRAINABLE = Set.of("InputLayer", "SpatialDropout1D", "SpatialDropout2D",
            "SpatialDropout3D");

    private final NetworkAnalysis analysis;
    private final NetworkWeights weights;
    private final KerasNames names = new KerasNames();
    private final LayerWriter writer = new LayerWriter();
    private final KerasOrder order;
    private final List<LayerNote> notes = new ArrayList<>();

    /** @param weights the weights that go with it; what a Normalization has of them stands in its settings */
    KerasDescription(NetworkAnalysis analysis, NetworkWeights weights) {
        this.analysis = analysis;
        this.weights = weights;
        this.order = new KerasOrder(analysis.expanded().network());
        // names are given in the order of the network, so that they don't depend on the way to the outputs
        analysis.order().layers().stream().filter(layer -> !(layer instanceof Output)).forEach(names::of);
    }

    /** The layers that Keras has, in the order in which it lists them and expects their weights. */
    List<Layer> layers() {
        return order.layers();
    }

    /** The Outputs in the order of the model's results. */
    List<Output> outputs() {
        return order.outputs();
    }

    /** What concerns the whole file. */
    List<String> remarks() {
        Set<Layer> there = new HashSet<>(layers());
        List<String> left = analysis.order().layers().stream()
                .filter(layer -> !(layer instanceof Output) && !there.contains(layer)).map(Layer::getName).toList();
        List<String> remarks = new ArrayList<>();
        if (!left.isEmpty()) {
            remarks.add("No Output depends on " + String.join(", ", left)
                    + ": a model of Keras has no place for that, so it is left out.");
        }
        if (!analysis.expanded().isDrawing()) {
            remarks.add("Blocks are written layer by layer.");
        }
        outputs().stream().map(Output::getLoss).filter(loss -> !Losses.inKeras(loss)).distinct()
                .forEach(loss -> remarks.add("Keras has no loss like " + loss.getLiteral()
                        + ": load the model with compile=False; its predictions are the same."));
        return remarks;
    }

    String name(Layer layer) {
        return names.of(layer);
    }

    /** The class of a layer, without the package of one that Keras hasn't. */
    String type(Layer layer) {
        String type = written(layer).type();
        return type.substring(type.indexOf('>') + 1);
    }

    List<LayerNote> notes() {
        return notes;
    }

    /** The description that Keras calls the configuration of a model. */
    JsonObject model() {
        notes.clear();
        JsonArray written = new JsonArray();
        layers().forEach(layer -> written.add(layer(layer)));
        JsonObject config = new JsonObject();
        config.addProperty("name", KerasNames.legal(analysis.expanded().network().getName()));
        config.addProperty("trainable", true);
        config.add("layers", written);
        config.add("input_layers", refs(order.inputs()));
        config.add("output_layers", refs(outputs().stream().map(output -> Inputs.of(output).get(0)).toList()));
        JsonObject model = KerasObjects.object("Functional", config);
        model.addProperty("keras_version", VERSION);
        model.addProperty("backend", BACKEND);
        return model;
    }

    /** The losses, with an optimizer since Keras wants one. */
    JsonObject training() {
        JsonArray losses = new JsonArray();
        JsonArray weights = new JsonArray();
        outputs().forEach(output -> {
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
        LayerWriter.WrittenLayer written = written(layer);
        notes.add(new LayerNote(layer.getName(), written.type(), written.fidelity(), written.note()));
        JsonObject config = new JsonObject();
        config.addProperty("name", name(layer));
        if (!WITHOUT_TRAINABLE.contains(written.type())) {
            config.addProperty("trainable", true);
        }
        config.addProperty("dtype", "float32");
        written.config().entrySet().forEach(entry -> config.add(entry.getKey(), entry.getValue()));
        if (layer instanceof Normalization) {
            List.of("mean", "variance").forEach(key -> weights.get(layer.getId(), key)
                    .ifPresent(tensor -> config.add(key, numbers(tensor))));
        }
        JsonObject json = KerasObjects.object(written.type(), config);
        json.addProperty("name", name(layer));
        json.add("inbound_nodes", inputs.isEmpty() ? new JsonArray() : nodes(layer, inputs));
        return json;
    }

    private LayerWriter.WrittenLayer written(Layer layer) {
        List<Layer> inputs = Inputs.of(layer);
        return writer.write(layer, inputs.isEmpty() ? 0 : analysis.shapeOf(inputs.get(0)).map(Shape::rank).orElse(0));
    }

    private static JsonArray numbers(WeightTensor tensor) {
        JsonArray numbers = new JsonArray();
        for (float value : tensor.values()) {
            numbers.add(Double.valueOf(Float.toString(value)));
        }
        return numbers;
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
