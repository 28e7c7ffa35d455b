// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.exchange.keras;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import org.eclipse.emf.ecore.EObject;

/**
 * A setting that may have one value only, since no layer of Vesalius can do otherwise.
 *
 * @param key its name in Keras
 * @param json the value, as JSON; null always passes too
 */
record OnlyField(String key, String json) implements Field {
    @Override
    public void read(KerasConfig config, EObject layer) {
        config.take(key).filter(value -> !equal(value, JsonParser.parseString(json))).ifPresent(value -> {
            throw new UnsupportedSetting("its setting " + key + " is " + value + "; Vesalius knows " + json + " only");
        });
    }

    @Override
    public void write(EObject layer, JsonObject config) {
        // what Keras takes for granted is not written
    }

    /** Whether both are the same; a list of equal numbers counts as that number. */
    static boolean equal(JsonElement value, JsonElement expected) {
        if (value.isJsonArray() && !expected.isJsonArray()) {
            return value.getAsJsonArray().asList().stream().allMatch(element -> equal(element, expected));
        }
        if (JsonValues.isNumber(value) && JsonValues.isNumber(expected)) {
            return value.getAsDouble() == expected.getAsDouble();
        }
        return value.equals(expected);
    }
}
