// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.exchange.keras.model;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.List;
import java.util.Optional;

/**
 * A layer as the file describes it, in the words of Keras 2.
 *
 * @param name its name, unique in its model
 * @param type its class
 * @param written the class as the file names it
 * @param config its settings
 * @param model the model it is, if it is one itself
 * @param calls its uses, in order
 * @param built the shape of its input with the axis of samples, if the file says what it was built for
 */
public record KerasLayer(String name, String type, String written, JsonObject config, Optional<KerasModel> model,
        List<LayerCall> calls, Optional<JsonElement> built) {
    /** What stands before the type of what is no layer in Keras but a function applied to results. */
    public static final String OPERATION = "op:";

    public KerasLayer {
        calls = List.copyOf(calls);
    }

    /** The same layer, used like this. */
    KerasLayer called(List<LayerCall> uses) {
        return new KerasLayer(name, type, written, config, model, uses, built);
    }

    /** The same layer in the words of Keras 2. */
    public KerasLayer reworded(String newType, JsonObject newConfig) {
        return new KerasLayer(name, newType, written, newConfig, model, calls, built);
    }

    /** The same layer under another name. */
    public KerasLayer named(String newName) {
        return new KerasLayer(newName, type, written, config, model, calls, built);
    }

    KerasLayer built(Optional<JsonElement> shape) {
        return new KerasLayer(name, type, written, config, model, calls, shape);
    }

    /** A layer as the file has it, not used yet. */
    public static KerasLayer of(String name, String type, JsonObject config) {
        return new KerasLayer(name, type, type, config, Optional.empty(), List.of(), Optional.empty());
    }
}
