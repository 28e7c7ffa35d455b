// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.exchange.keras.write;

import com.google.gson.JsonArray;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.vesalius.network.Activation;
import org.vesalius.network.ActivationFunction;
import org.vesalius.network.Bidirectional;
import org.vesalius.network.GlobalPooling;
import org.vesalius.network.Input;
import org.vesalius.network.Layer;
import org.vesalius.network.PReLU;
import org.vesalius.network.Placeholder;
import org.vesalius.network.PoolingKind;
import org.vesalius.network.TimeDistributed;
import org.vesalius.network.exchange.Fidelity;
import org.vesalius.network.exchange.keras.type.KerasJson;
import org.vesalius.network.exchange.keras.type.KerasObjects;
import org.vesalius.network.exchange.keras.type.KerasType;
import org.vesalius.network.exchange.keras.type.KerasWords;
import org.vesalius.network.exchange.keras.type.LayerTable;
import org.vesalius.network.exchange.keras.type.MaskedMean;
import org.vesalius.network.exchange.keras.type.OwnTypes;
import org.vesalius.network.exchange.keras.type.UnsupportedSetting;
import org.vesalius.network.shape.Axis;

/** Says what class and settings Keras has for a layer. */
public final class LayerWriter {
    /** What such notes end with. */
    static final String FROM_KERAS_3 = " is known from Keras 3 on";

    private static final Set<ActivationFunction> NEW_WORDS = Set.of(ActivationFunction.RELU6,
            ActivationFunction.LOG_SOFTMAX);

    private static final String HARD_SIGMOID = "Keras 2 computes the same, Keras 3 has a flatter hard_sigmoid (1/6 at 0"
            + " instead of 0.2)";

    private final LayerTable table = LayerTable.ofKeras();

    /**
     * The layer in Keras.
     *
     * @param inputRank axes of a sample of its first input, 0 if not known
     */
    public WrittenLayer write(Layer layer, int inputRank) {
        if (layer instanceof Input input) {
            return WrittenLayer.exact("InputLayer", input(input));
        }
        if (layer instanceof Placeholder placeholder) {
            return placeholder(placeholder);
        }
        if (layer instanceof Bidirectional wrapper) {
            WrittenLayer written = wrapped("Bidirectional", wrapper.getLayer(), inputRank);
            written.config().addProperty("merge_mode", KerasWords.merge(wrapper.getMerge().getLiteral()));
            return written;
        }
        if (layer instanceof TimeDistributed wrapper) {
            return wrapped("TimeDistributed", wrapper.getLayer(), Math.max(0, inputRank - 1));
        }
        if (layer instanceof Activation activation && activation.getFunction() == ActivationFunction.RELU6) {
            JsonObject config = new JsonObject();
            config.addProperty("max_value", 6.0);
            return WrittenLayer.exact("ReLU", config);
        }
        return fromTable(layer, inputRank);
    }

    private WrittenLayer fromTable(Layer layer, int inputRank) {
        Optional<KerasType> type = table.of(layer, inputRank);
        if (type.isEmpty()) {
            return new WrittenLayer(OwnTypes.className(layer.eClass()), OwnTypes.settings(layer), Fidelity.UNKNOWN,
                    "Keras has no such layer; a custom class of this name has to be written for it");
        }
        JsonObject config = type.get().settings(layer);
        if (layer instanceof PReLU slopes && slopes.isShared()) {
            config.add("shared_axes", axes(inputRank));
        }
        return note(layer, inputRank).map(note -> new WrittenLayer(type.get().keras(), config, Fidelity.APPROXIMATED, note))
                .orElseGet(() -> WrittenLayer.exact(type.get().keras(), config));
    }

    private static Optional<String> note(Layer layer, int inputRank) {
        if (isMaskedMean(layer, inputRank)) {
            return Optional.of(MaskedMean.NOTE);
        }
        List<Object> values = layer.eClass().getEAllAttributes().stream().map(layer::eGet).toList();
        Optional<ActivationFunction> word = NEW_WORDS.stream().filter(values::contains).findFirst();
        if (word.isPresent()) {
            return Optional.of("an activation named " + KerasWords.write(word.get().getLiteral()) + FROM_KERAS_3);
        }
        return values.contains(ActivationFunction.HARD_SIGMOID) ? Optional.of(HARD_SIGMOID) : Optional.empty();
    }

    private static boolean isMaskedMean(Layer layer, int inputRank) {
        return layer instanceof GlobalPooling pooling && pooling.getKind() == PoolingKind.AVERAGE && inputRank == 2
                && MaskedMean.isBehind(layer);
    }

    private WrittenLayer wrapped(String type, Layer inside, int inputRank) {
        WrittenLayer inner = write(inside, inputRank);
        JsonObject settings = new JsonObject();
        settings.addProperty("name", KerasNames.legal(inside.getName()));
        inner.config().entrySet().forEach(entry -> settings.add(entry.getKey(), entry.getValue()));
        JsonObject config = new JsonObject();
        // Keras 3 looks for the class of what is inside in this module; Keras 2 passes over it
        JsonObject object = KerasObjects.object(inner.type(), settings);
        object.addProperty("module", "keras.layers");
        object.add("registered_name", JsonNull.INSTANCE);
        config.add("layer", object);
        return new WrittenLayer(type, config, inner.fidelity(), inner.note());
    }

    private static WrittenLayer placeholder(Placeholder placeholder) {
        String settings = placeholder.getSettings() == null ? "{}" : placeholder.getSettings();
        JsonObject config;
        try {
            config = KerasJson.parse(settings);
        } catch (UnsupportedSetting e) {
            config = new JsonObject();
        }
        config.remove("name");
        String type = placeholder.getForeignType() == null ? "Unknown" : placeholder.getForeignType();
        return new WrittenLayer(type, config, Fidelity.UNKNOWN, "kept as it was read from "
                + (placeholder.getOrigin() == null ? "another tool" : placeholder.getOrigin()));
    }

    private static JsonObject input(Input input) {
        JsonArray shape = new JsonArray();
        shape.add(JsonNull.INSTANCE);
        for (Axis axis : input.getShape().axes()) {
            if (axis.known()) {
                shape.add(axis.size());
            } else {
                shape.add(JsonNull.INSTANCE);
            }
        }
        JsonObject config = new JsonObject();
        config.add("batch_input_shape", shape);
        return config;
    }

    private static JsonArray axes(int rank) {
        JsonArray axes = new JsonArray();
        for (int axis = 1; axis < rank; axis++) {
            axes.add(axis);
        }
        return axes;
    }

    /**
     * A layer as Keras would write it.
     *
     * @param type its class
     * @param config its settings, without name
     * @param fidelity how well Keras has it
     * @param note what differs
     */
    public record WrittenLayer(String type, JsonObject config, Fidelity fidelity, String note) {
        static WrittenLayer exact(String type, JsonObject config) {
            return new WrittenLayer(type, config, Fidelity.EXACT, "");
        }
    }
}
