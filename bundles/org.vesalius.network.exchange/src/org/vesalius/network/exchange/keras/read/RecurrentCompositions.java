// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.exchange.keras.read;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.vesalius.network.Cropping1D;
import org.vesalius.network.NetworkFactory;
import org.vesalius.network.exchange.keras.type.JsonValues;
import org.vesalius.network.exchange.keras.type.KerasObjects;
import org.vesalius.network.exchange.keras.type.UnsupportedSetting;
import org.vesalius.network.shape.Shape;

/** Recurrent layers with several results, and those that are a frame around a cell. */
final class RecurrentCompositions {
    private static final NetworkFactory MAKE = NetworkFactory.eINSTANCE;
    private static final Set<String> RECURRENT = Set.of("SimpleRNN", "GRU", "LSTM", "CuDNNGRU", "CuDNNLSTM");
    private static final Map<String, String> CELLS = Map.of("SimpleRNNCell", "SimpleRNN", "GRUCell", "GRU",
            "LSTMCell", "LSTM");
    /** What the frame says of its own; the rest stands in the cell. */
    private static final List<String> OF_THE_FRAME = List.of("return_sequences", "return_state", "go_backwards",
            "stateful", "unroll", "time_major", "zero_output_for_mask");

    private RecurrentCompositions() {
    }

    static List<Composition> all() {
        return List.of(
                new Composition(use -> RECURRENT.contains(use.layer().type()) && flag(use.layer().config(),
                        "return_state"), use -> states(use, use.layer().type(), use.layer().config())),
                Composition.of("RNN", RecurrentCompositions::framed),
                new Composition(use -> use.layer().type().equals("Bidirectional") && use.layer().config().has(
                        "merge_mode") && use.setting("merge_mode").isEmpty(), RecurrentCompositions::bothDirections));
    }

    private static boolean flag(JsonObject config, String key) {
        JsonElement value = config.get(key);
        return value != null && !value.isJsonNull() && JsonValues.flag(value);
    }

    /** The result, then the state after the last step; the state of the memory of an LSTM is nowhere to be had. */
    private static List<Value> states(LayerUse use, String type, JsonObject settings) {
        JsonObject config = settings.deepCopy();
        config.remove("return_state");
        if (type.endsWith("LSTM") && use.isRead(2)) {
            throw new UnsupportedSetting("its memory is read as a result");
        }
        Value result = use.plain(type, config, use.inputs(), use.weights());
        if (!flag(config, "return_sequences") || !use.isRead(1)) {
            return List.of(result, result);
        }
        return List.of(result, use.add(MAKE.createLastTimeStep(), "_state", result));
    }

    private static List<Value> framed(LayerUse use) {
        JsonElement cell = use.layer().config().get("cell");
        String type = cell == null ? null : CELLS.get(KerasObjects.className(cell));
        if (type == null) {
            throw new UnsupportedSetting("its cell is none of " + String.join(", ", CELLS.keySet().stream().sorted()
                    .toList()));
        }
        List<String> known = new ArrayList<>(OF_THE_FRAME);
        known.add("cell");
        use.knows(known.toArray(String[]::new));
        JsonObject config = KerasObjects.config(cell).deepCopy();
        OF_THE_FRAME.stream().filter(use.layer().config()::has)
                .forEach(key -> config.add(key, use.layer().config().get(key)));
        return flag(config, "return_state") ? states(use, type, config)
                : List.of(use.plain(type, config, use.inputs(), use.weights()));
    }

    /** Both directions as results of their own: the halves of what they give when they are put behind each other. */
    private static List<Value> bothDirections(LayerUse use) {
        JsonObject config = use.layer().config().deepCopy();
        config.addProperty("merge_mode", "concat");
        Value both = use.plain("Bidirectional", config, use.inputs(), use.weights());
        Shape shape = both.shape().orElseThrow(() -> new UnsupportedSetting("the shape of its input is not known"));
        int units = shape.last().size() / 2;
        use.remark("its directions are cut out of their joined result");
        return List.of(half(use, both, shape, units, true), half(use, both, shape, units, false));
    }

    /** Cuts along the first axis, which is the one that can be cut. */
    private static Value half(LayerUse use, Value both, Shape shape, int units, boolean first) {
        String suffix = first ? "_forward" : "_backward";
        Cropping1D cropping = MAKE.createCropping1D();
        cropping.setEnd(first ? units : 0);
        cropping.setStart(first ? 0 : units);
        if (shape.rank() == 1) {
            Value column = use.add(Parts.reshape(List.of(2 * units, 1)), suffix + "_column", both);
            return use.add(Parts.reshape(List.of(units)), suffix, use.add(cropping, suffix + "_half", column));
        }
        Value turned = use.add(Parts.toTheEnd(0, 2), suffix + "_turned", both);
        return use.add(Parts.toTheEnd(0, 2), suffix, use.add(cropping, suffix + "_half", turned));
    }
}
