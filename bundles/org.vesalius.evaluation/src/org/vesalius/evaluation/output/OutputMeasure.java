// SPDX-License-Identifier: EPL-2.0
package org.vesalius.evaluation.output;

import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import java.util.Map;

/** Measures how good what an output says is, sample by sample. Belongs to one thread. */
public interface OutputMeasure {
    /** The member of {@link #toJson} that holds the number of samples whose truth is known. */
    String SAMPLES = "n";

    /** Adds a sample; what isn't known of its truth doesn't count. */
    void add(Answer answer);

    /** The values so far by the ids of metrics; NaN what can't be computed. */
    Map<String, Double> metrics();

    /**
     * All there is to say: the metrics by their ids, what they are made of, and {@link #SAMPLES}. What can't be computed
     * is null, and a member {@code explanation} then says why.
     */
    JsonObject toJson();

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
