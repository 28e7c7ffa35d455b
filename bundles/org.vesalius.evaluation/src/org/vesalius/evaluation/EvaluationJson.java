// SPDX-License-Identifier: EPL-2.0
package org.vesalius.evaluation;

import com.google.gson.JsonArray;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import java.util.Arrays;

/**
 * An evaluation as JSON with the keys loss, accuracy, auc, sensitivity, specificity, confusion and n. Values that can't
 * be computed are null, and a key "explanation" then says why.
 */
public final class EvaluationJson {
    private EvaluationJson() {
    }

    /** The result as JSON. */
    public static JsonObject toJson(EvaluationResult result) {
        JsonObject json = new JsonObject();
        addNumber(json, "loss", result.loss());
        addNumber(json, "accuracy", result.accuracy());
        addNumber(json, "auc", result.auc());
        addNumber(json, "sensitivity", result.sensitivity());
        addNumber(json, "specificity", result.specificity());
        json.add("confusion", matrix(result.confusion()));
        json.addProperty("n", result.n());
        if (json.entrySet().stream().anyMatch(entry -> entry.getValue().isJsonNull())) {
            json.addProperty("explanation", explanation(result));
        }
        return json;
    }

    private static void addNumber(JsonObject json, String key, double value) {
        if (Double.isFinite(value)) {
            json.addProperty(key, value);
        } else {
            json.add(key, JsonNull.INSTANCE);
        }
    }

    private static JsonArray matrix(long[][] confusion) {
        JsonArray rows = new JsonArray();
        for (long[] counts : confusion) {
            JsonArray row = new JsonArray();
            Arrays.stream(counts).forEach(row::add);
            rows.add(row);
        }
        return rows;
    }

    private static String explanation(EvaluationResult result) {
        if (result.n() == 0) {
            return "There is no labelled sample.";
        }
        long present = Arrays.stream(result.confusion()).filter(row -> Arrays.stream(row).sum() > 0).count();
        return present == 1 ? "All samples are of one category, so it can't be told from others."
                : "The network's scores are not all numbers.";
    }
}
