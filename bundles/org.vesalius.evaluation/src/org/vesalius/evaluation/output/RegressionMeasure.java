// SPDX-License-Identifier: EPL-2.0
package org.vesalius.evaluation.output;

import com.google.gson.JsonObject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.vesalius.evaluation.metric.MedianDeviation;
import org.vesalius.evaluation.metric.RegressionScores;

/** One or more quantities; with more, each metric is the mean over them. */
final class RegressionMeasure implements OutputMeasure {
    private final List<String> names;
    private final RegressionScores[] scores;
    private final MedianDeviation[] deviations;
    private long samples;

    RegressionMeasure(OutputKind kind) {
        names = kind.names();
        scores = Stream.generate(RegressionScores::new).limit(Math.max(1, names.size()))
                .toArray(RegressionScores[]::new);
        deviations = Stream.of(scores).map(score -> new MedianDeviation()).toArray(MedianDeviation[]::new);
    }

    @Override
    public void add(Answer answer) {
        samples += answer.anyKnown() ? 1 : 0;
        for (int i = 0; i < answer.said().length; i++) {
            // the steps of a sequence of quantities lie behind each other
            float truth = answer.known()[i] ? answer.truth()[i] : Float.NaN;
            scores[i % scores.length].add(truth, answer.said()[i]);
            deviations[i % scores.length].add(truth);
        }
    }

    @Override
    public Map<String, Double> metrics() {
        Map<String, Double> metrics = new LinkedHashMap<>();
        metrics.put("mae", mean(RegressionScores::meanAbsoluteError));
        metrics.put("rmse", mean(RegressionScores::rootMeanSquaredError));
        metrics.put("r2", mean(RegressionScores::determination));
        metrics.put("bias", mean(RegressionScores::bias));
        return metrics;
    }

    /** Always says the mean of a quantity; of the mean absolute error the median, which is better there. */
    @Override
    public Map<String, Double> baseline() {
        double median = Stream.of(deviations).mapToDouble(MedianDeviation::value).filter(value -> !Double.isNaN(value))
                .average().orElse(Double.NaN);
        return Map.of("mae", median, "rmse", mean(RegressionScores::deviation), "r2", 0.0);
    }

    @Override
    public JsonObject toJson() {
        JsonObject json = OutputMeasure.figures(metrics(), baseline());
        if (scores.length > 1) {
            JsonObject quantities = new JsonObject();
            for (int i = 0; i < scores.length; i++) {
                quantities.add(names.get(i), quantity(scores[i], deviations[i]));
            }
            json.add("quantities", quantities);
        }
        json.addProperty(SAMPLES, samples);
        if (samples > 0 && json.get("r2").isJsonNull()) {
            json.addProperty("explanation", "All true values are equal, so there is no variation to explain.");
        }
        return json;
    }

    private static JsonObject quantity(RegressionScores scores, MedianDeviation deviation) {
        Map<String, Double> metrics = new LinkedHashMap<>();
        metrics.put("mae", scores.meanAbsoluteError());
        metrics.put("rmse", scores.rootMeanSquaredError());
        metrics.put("r2", scores.determination());
        metrics.put("bias", scores.bias());
        JsonObject json = OutputMeasure.figures(metrics,
                Map.of("mae", deviation.value(), "rmse", scores.deviation(), "r2", 0.0));
        json.addProperty(SAMPLES, scores.count());
        return json;
    }

    private double mean(ToDoubleFunction<RegressionScores> value) {
        return Stream.of(scores).mapToDouble(value).filter(number -> !Double.isNaN(number)).average()
                .orElse(Double.NaN);
    }
}
