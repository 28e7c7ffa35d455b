// SPDX-License-Identifier: EPL-2.0
package org.vesalius.evaluation.output;

import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import java.util.Map;

/** Measures how good what an output says is, sample by sample. Belongs to one thread. */
public interface OutputMeasure {
    /** The member of {@link #toJson} that holds the number of samples whose truth is known. */
    String SAMPLES = "n";

    /** The member of {@link #toJson} with the {@link #baseline}, where there is one. */
    String BASELINE = "baseline";

    /** Adds a sample; what isn't known of its truth doesn't count. */
    void add(Answer answer);

    /** The same for whom the {@link #baseline} doesn't matter, for which a mask has to be kept for each sample; to be called before any is added. */
    default OutputMeasure withoutBaseline() {
        return this;
    }

    /** The values so far by the ids of metrics; NaN what can't be computed. */
    Map<String, Double> metrics();

    /**
     * What is reached without a network, by the ids of metrics: the values of who says the same of every sample, that which
     * fits the samples added best, such as the most frequent category or the mean.
     */
    Map<String, Double> baseline();

    /**
     * All there is to say: the metrics by their ids, what they are made of, and {@link #SAMPLES}. What can't be computed
     * is null, and a member {@code explanation} then says why.
     */
    JsonObject toJson();

    /** Metrics, and beside them the baseline of those that could be computed. */
    static JsonObject figures(Map<String, Double> metrics, Map<String, Double> baseline) {
        JsonObject json = new JsonObject();
        addAll(json, metrics);
        addBaseline(json, baseline);
        return json;
    }

    /** Adds the baseline of those metrics that could be computed. */
    static void addBaseline(JsonObject json, Map<String, Double> baseline) {
        JsonObject known = new JsonObject();
        json.entrySet().forEach(metric -> {
            double value = baseline.getOrDefault(metric.getKey(), Double.NaN);
            if (Double.isFinite(value) && !metric.getValue().isJsonNull()) {
                known.addProperty(metric.getKey(), value);
            }
        });
        if (known.size() > 0) {
            json.add(BASELINE, known);
        }
    }

    /** Adds numbers; those that can't be computed as null. */
    static void addAll(JsonObject json, Map<String, Double> numbers) {
        numbers.forEach((key, value) -> {
            if (Double.isFinite(value)) {
                json.addProperty(key, value);
            } else {
                json.add(key, JsonNull.INSTANCE);
            }
        });
    }
}
