// SPDX-License-Identifier: EPL-2.0
package org.vesalius.evaluation.output;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.vesalius.evaluation.ConfusionMatrix;
import org.vesalius.evaluation.OutputTask;

/**
 * What an evaluation says of one output on one part of the data, as it is written.
 *
 * @param json what {@link OutputMeasure#toJson} gave, and what its writer added; of format 1 without output and task
 */
public record OutputReport(JsonObject json) {
    /** The member of a subset's evaluation with the number of its samples that are left out for a missing value. */
    public static final String INCOMPLETE = "incomplete";

    /** The member with the unit of the distances between surfaces. */
    static final String DISTANCE_UNIT = "distance-unit";

    /** Numbers that count and are no metrics. */
    private static final Set<String> COUNTS =
            Set.of(OutputMeasure.SAMPLES, "patients", "epoch", "format", "pairs", "events", "steps",
                    "positives", SurfaceDistances.MISSED, INCOMPLETE);
    private static final List<String> PARTS = List.of("findings", "quantities", "structures");

    /** Needs an object. */
    public OutputReport {
        Objects.requireNonNull(json, "json");
    }

    /** Whether something was measured. */
    public boolean measured() {
        return json.has(OutputMeasure.SAMPLES);
    }

    /** The part of the data. */
    public String part() {
        return text("part").orElse("test");
    }

    /** Name of the output; empty in files of format 1. */
    public String output() {
        return text("output").orElse("");
    }

    /** What the output is asked for; empty for a task of a later version. */
    public Optional<OutputTask> task() {
        return json.has("task") ? text("task").flatMap(OutputTask::of)
                : Optional.of(confusion().filter(matrix -> matrix.categories() > 2).isPresent() ? OutputTask.CATEGORY
                        : OutputTask.BINARY);
    }

    /** How many samples were measured. */
    public long samples() {
        return count(OutputMeasure.SAMPLES).orElse(0);
    }

    /** A count, such as that of the patients. */
    public OptionalLong count(String key) {
        return isNumber(json.get(key)) ? OptionalLong.of(json.get(key).getAsLong()) : OptionalLong.empty();
    }

    /** The metrics by their ids, in the order written; NaN what could not be computed. */
    public Map<String, Double> metrics() {
        return numbers(json);
    }

    /** What of these metrics is reached without a network; empty in files of earlier versions. */
    public Map<String, Double> baseline() {
        return baseline(json);
    }

    private static Map<String, Double> baseline(JsonObject of) {
        return of.has(OutputMeasure.BASELINE) ? numbers(of.getAsJsonObject(OutputMeasure.BASELINE)) : Map.of();
    }

    /** The unit of a metric, for people; empty where it has none, or that of the data. */
    public String unit(String metric) {
        return SurfaceDistances.HAUSDORFF.equals(metric) || SurfaceDistances.MEAN.equals(metric)
                ? text(DISTANCE_UNIT).orElse("") : "";
    }

    /** How many samples are without an event by time; without points for other tasks and in files of earlier versions. */
    public SurvivalCurve survival() {
        return SurvivalCurve.in(json);
    }

    /** How many samples, or steps, of each category there are; empty where there are no categories. */
    public Map<String, Long> categories() {
        return json.has("counts") ? counts(json.getAsJsonObject("counts")) : Map.of();
    }

    private static Map<String, Long> counts(JsonObject of) {
        Map<String, Long> counts = new LinkedHashMap<>();
        of.entrySet().forEach(entry -> counts.put(entry.getKey(), entry.getValue().getAsLong()));
        return counts;
    }

    /** How often each category was taken for each. */
    public Optional<ConfusionMatrix> confusion() {
        if (!json.has("confusion") || !json.get("confusion").isJsonArray()) {
            return Optional.empty();
        }
        return Optional.of(ConfusionMatrix.of(json.getAsJsonArray("confusion").asList().stream().map(row -> row
                .getAsJsonArray().asList().stream().mapToLong(JsonElement::getAsLong).toArray()).toArray(long[][]::new)));
    }

    /** The numbers of each finding, quantity or structure; empty where there is none by itself. */
    public Map<String, Map<String, Double>> parts() {
        Map<String, Map<String, Double>> parts = new LinkedHashMap<>();
        PARTS.stream().filter(json::has).forEach(key -> json.getAsJsonObject(key).entrySet()
                .forEach(part -> parts.put(part.getKey(), counted(part.getValue().getAsJsonObject()))));
        return parts;
    }

    /** What of the numbers of each finding, quantity or structure is reached without a network. */
    public Map<String, Map<String, Double>> partBaselines() {
        Map<String, Map<String, Double>> parts = new LinkedHashMap<>();
        PARTS.stream().filter(json::has).forEach(key -> json.getAsJsonObject(key).entrySet()
                .forEach(part -> parts.put(part.getKey(), baseline(part.getValue().getAsJsonObject()))));
        return parts;
    }

    /** What the figures are in single folds; empty unless all folds of a cross-validation were measured together. */
    public Optional<Folds> folds() {
        return Optional.ofNullable(json.get("folds")).filter(JsonElement::isJsonObject).map(JsonElement::getAsJsonObject)
                .map(folds -> new Folds(folds.get("count").getAsLong(),
                        numbers(folds.getAsJsonObject("mean")), numbers(folds.getAsJsonObject("sd")),
                        counts(folds.getAsJsonObject("undefined"))));
    }

    /**
     * The figures of folds.
     *
     * @param count how many folds
     * @param means of each metric over the folds that have it
     * @param deviations their standard deviations, n - 1 in the denominator
     * @param undefined in how many folds a metric could not be computed, where there are some
     */
    public record Folds(long count, Map<String, Double> means, Map<String, Double> deviations,
            Map<String, Long> undefined) {
    }

    /** Why something could not be computed; may be empty. */
    public String explanation() {
        return text("explanation").orElse("");
    }

    private static Map<String, Double> counted(JsonObject part) {
        Map<String, Double> numbers = numbers(part);
        part.entrySet().stream().filter(entry -> COUNTS.contains(entry.getKey()))
                .forEach(entry -> numbers.put(entry.getKey(), entry.getValue().getAsDouble()));
        return numbers;
    }

    private static Map<String, Double> numbers(JsonObject of) {
        Map<String, Double> numbers = new LinkedHashMap<>();
        of.entrySet().stream().filter(entry -> !COUNTS.contains(entry.getKey())).forEach(entry -> {
            if (isNumber(entry.getValue())) {
                numbers.put(entry.getKey(), entry.getValue().getAsDouble());
            } else if (entry.getValue().isJsonNull()) {
                numbers.put(entry.getKey(), Double.NaN);
            }
        });
        return numbers;
    }

    private static boolean isNumber(JsonElement value) {
        return value != null && value.isJsonPrimitive() && value.getAsJsonPrimitive().isNumber();
    }

    private Optional<String> text(String key) {
        return json.has(key) && json.get(key).isJsonPrimitive() ? Optional.of(json.get(key).getAsString())
                : Optional.empty();
    }
}
