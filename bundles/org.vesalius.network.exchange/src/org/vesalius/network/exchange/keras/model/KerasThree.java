// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.exchange.keras.model;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.vesalius.network.exchange.keras.type.JsonValues;
import org.vesalius.network.exchange.keras.type.KerasObjects;

/** The words of Keras 3 where they differ from those of Keras 2. */
public final class KerasThree {
    private static final Map<String, Map<String, String>> KEYS = Map.of(
            "LeakyReLU", Map.of("negative_slope", "alpha"));
    private static final Set<String> WRAPPERS = Set.of("Bidirectional", "TimeDistributed");

    private KerasThree() {
    }

    public static KerasLayer downgrade(KerasLayer layer) {
        JsonObject config = new JsonObject();
        Map<String, String> names = KEYS.getOrDefault(layer.type(), Map.of());
        layer.config().entrySet()
                .forEach(entry -> config.add(names.getOrDefault(entry.getKey(), entry.getKey()), entry.getValue()));
        if (WRAPPERS.contains(layer.type())) {
            config.remove("backward_layer");
            Optional<JsonObject> inside = JsonValues.member(config, "layer");
            inside.ifPresent(json -> config.add("layer", inside(json)));
        }
        return layer.reworded(layer.type(), config);
    }

    private static JsonElement inside(JsonObject json) {
        JsonObject config = JsonValues.member(json, "config").orElseGet(JsonObject::new);
        KerasLayer layer = downgrade(KerasLayer.of("", KerasObjects.className(json), config));
        return KerasObjects.object(layer.type(), layer.config());
    }
}
