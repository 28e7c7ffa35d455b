// SPDX-License-Identifier: EPL-2.0
package org.vesalius.evaluation.output;

import com.google.gson.JsonObject;
import java.util.LinkedHashMap;
import java.util.Map;
import org.vesalius.evaluation.metric.RegressionScores;

/** The input itself: how far its values are from those given back. */
final class ReconstructionMeasure implements OutputMeasure {
    private final RegressionScores scores = new RegressionScores();
    private long samples;

    @Override
    public void add(Answer answer) {
        samples += answer.anyKnown() ? 1 : 0;
        add(answer, scores);
    }

    static void add(Answer answer, RegressionScores scores) {
        for (int i = 0; i < answer.said().length; i++) {
            scores.add(answer.known()[i] ? answer.truth()[i] : Double.NaN, answer.said()[i]);
        }
    }

    @Override
    public Map<String, Double> metrics() {
        Map<String, Double> metrics = new LinkedHashMap<>();
        metrics.put("mae", scores.meanAbsoluteError());
        metrics.put("rmse", scores.rootMeanSquaredError());
        metrics.put("r2", scores.determination());
        return metrics;
    }

    /** Always says the mean of all values. */
    @Override
    public Map<String, Double> baseline() {
        return Map.of("rmse", scores.deviation(), "r2", 0.0);
    }

    @Override
    public JsonObject toJson() {
        JsonObject json = OutputMeasure.figures(metrics(), baseline());
        json.addProperty(SAMPLES, samples);
        return json;
    }
}
