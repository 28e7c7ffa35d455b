// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.exchange.keras.type;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;

/** Descriptions of models as text. */
public final class KerasJson {
    private KerasJson() {
    }

    /**
     * Reads JSON as Python writes it, NaN and infinity among it; the library bounds its depth.
     *
     * @throws UnsupportedSetting if the text is no JSON object
     */
    public static JsonObject parse(String text) {
        try {
            JsonElement json = JsonParser.parseString(text);
            // Keras 1 wrote the description of a model as a text inside JSON
            return JsonValues.object(JsonValues.isText(json) ? JsonParser.parseString(json.getAsString()) : json);
        } catch (JsonParseException | IllegalStateException | StackOverflowError e) {
            throw new UnsupportedSetting("its description of the model is no JSON");
        }
    }
}
