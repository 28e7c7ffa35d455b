// SPDX-License-Identifier: EPL-2.0
package org.vesalius.experiment.pool;

import com.google.gson.JsonObject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.vesalius.evaluation.output.OutputMeasure;

/**
 * Metrics of several folds.
 *
 * @param metrics of each fold by their ids; NaN what could not be computed
 */
record FoldFigures(List<Map<String, Double>> metrics) {

    /** Mean and standard deviation (n - 1 in the denominator) over the folds that have a value. */
    JsonObject toJson() {
        Map<String, Double> means = new LinkedHashMap<>();
        Map<String, Double> deviations = new LinkedHashMap<>();
        JsonObject undefined = new JsonObject();
        for (String id : metrics.get(0).keySet()) {
            double[] values = metrics.stream().mapToDouble(fold -> fold.get(id)).filter(Double::isFinite).toArray();
            means.put(id, mean(values));
            deviations.put(id, deviation(values));
            if (values.length < metrics.size()) {
                undefined.addProperty(id, metrics.size() - values.length);
            }
        }
        JsonObject json = new JsonObject();
        json.addProperty("count", metrics.size());
        json.add("mean", numbers(means));
        json.add("sd", numbers(deviations));
        json.add("undefined", undefined);
        return json;
    }

    private static JsonObject numbers(Map<String, Double> values) {
        JsonObject json = new JsonObject();
        OutputMeasure.addAll(json, values);
        return json;
    }

    private static double mean(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum / values.length;
    }

    private static double deviation(double[] values) {
        double mean = mean(values);
        double squares = 0;
        for (double value : values) {
            squares += (value - mean) * (value - mean);
        }
        return values.length < 2 ? Double.NaN : Math.sqrt(squares / (values.length - 1));
    }
}
