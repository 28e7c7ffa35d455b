// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset.split;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.Arrays;
import java.util.List;
import java.util.stream.StreamSupport;
import org.vesalius.dataset.Split.Rule;
import org.vesalius.dataset.Split;

/**
 * A split as JSON, as it stands in {@code dataset.json}.
 *
 * @since 1.0
 */
public final class SplitJson {
    private SplitJson() {
        // functions only
    }

    /** The JSON of a split. */
    public static JsonObject of(Split split) {
        JsonObject json = new JsonObject();
        json.addProperty("rule", split.rule().text());
        json.addProperty("train", split.train());
        json.addProperty("validation", split.validation());
        json.addProperty("test", split.test());
        json.addProperty("folds", split.folds());
        json.addProperty("repeats", split.repeats());
        json.addProperty("column", split.column());
        json.addProperty("by", split.by());
        JsonArray stratify = new JsonArray();
        split.stratify().forEach(stratify::add);
        json.add("stratify", stratify);
        json.addProperty("seed", split.seed());
        return json;
    }

    /**
     * The split of a JSON text.
     *
     * @throws IllegalArgumentException if it is none, or one that this version doesn't know
     */
    public static Split read(JsonObject json) {
        try {
            String rule = json.get("rule").getAsString();
            Rule known = Arrays.stream(Rule.values()).filter(one -> one.text().equals(rule)).findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("this version knows no rule '" + rule + "'"));
            List<String> stratify = StreamSupport.stream(json.getAsJsonArray("stratify").spliterator(), false)
                    .map(JsonElement::getAsString).toList();
            return new Split(known, json.get("train").getAsDouble(), json.get("validation").getAsDouble(),
                    json.get("test").getAsDouble(), json.get("folds").getAsInt(), json.get("repeats").getAsInt(),
                    json.get("column").getAsString(), json.get("by").getAsString(), stratify, json.get("seed").getAsLong());
        } catch (NullPointerException | ClassCastException | IllegalStateException | UnsupportedOperationException e) {
            throw new IllegalArgumentException("something of it is missing, or no text or number", e);
        }
    }
}
