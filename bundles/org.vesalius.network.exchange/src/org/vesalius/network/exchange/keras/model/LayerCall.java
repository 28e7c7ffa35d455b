// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.exchange.keras.model;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.List;
import java.util.Map;

/**
 * One use of a layer.
 *
 * @param inputs what it is given, in order
 * @param arguments further arguments that are not arrays
 * @param shapes shapes of the inputs with the axis of samples, where the file says them
 */
public record LayerCall(List<TensorRef> inputs, JsonObject arguments, Map<TensorRef, JsonElement> shapes) {
    public LayerCall {
        inputs = List.copyOf(inputs);
        shapes = Map.copyOf(shapes);
    }

    public LayerCall(List<TensorRef> inputs, JsonObject arguments) {
        this(inputs, arguments, Map.of());
    }

    /**
     * One result of one use of a layer.
     *
     * @param layer name of the layer
     * @param node which use of the layer, counted from 0
     * @param tensor which result of that use
     */
    public record TensorRef(String layer, int node, int tensor) {
    }
}
