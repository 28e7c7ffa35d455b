// SPDX-License-Identifier: EPL-2.0
package org.vesalius.cli.output;

import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.vesalius.core.English;
import org.vesalius.dataset.Subset;
import org.vesalius.evaluation.ConfusionMatrix;
import org.vesalius.evaluation.EvaluationFile;
import org.vesalius.evaluation.output.OutputReport;
import org.vesalius.evaluation.output.SurvivalCurve;
import org.vesalius.experiment.metric.Metric;

/** The evaluation of one subset of a data set, for people: metrics with what they are counted on. */
public final class EvaluationText {
    /** The metrics of categories, in this order; those of other tasks come as they were measured. */
    private static final List<String> OF_CATEGORIES = List.of("auc", "accuracy", "sensitivity", "specificity", "loss");
    private static final int MOST_CONFUSED = 12;
    private static final int SURVIVAL_TIMES = 3;

    private final JsonObject evaluation;

    /**
     * The text of an evaluation.
     *
     * @param evaluation the metrics of the first output, those of others in {@code outputs}; and part, patients and epoch
     *                   where they are known
     */
    public EvaluationText(JsonObject evaluation) {
        this.evaluation = Objects.requireNonNull(evaluation, "evaluation");
    }

    /** For each output the metrics on one line, and below it what they are made of. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        OutputReport first = new OutputReport(evaluation);
        first.count("epoch").ifPresent(epoch -> lines.add("model of epoch " + epoch));
        opening().ifPresent(lines::add);
        List<OutputReport> outputs = EvaluationFile.outputs(evaluation).stream().map(OutputReport::new).toList();
        for (OutputReport output : outputs) {
            String title = part(first) + (outputs.size() > 1 ? ", " + output.output() : "");
            String metrics = metrics(output);
            lines.add(title + ": " + metrics + (metrics.isEmpty() ? "" : " ")
                    + counts(output, outputs.size() > 1 ? OptionalLong.empty() : first.count("patients")));
            lines.addAll(folds(output));
            lines.addAll(confusion(output));
            output.parts().forEach((name, numbers) -> lines.add("  " + name + ": "
                    + figures(output, numbers, output.partBaselines().getOrDefault(name, Map.of()))));
            lines.addAll(survival(output.survival()));
            if (!output.explanation().isEmpty()) {
                lines.add("  " + output.explanation());
            }
        }
        first.count("patients").ifPresent(count -> {
            if (outputs.size() > 1) {
                lines.add("  " + English.quantity(count, "patient") + " of whom the truth of some output is known");
            }
        });
        first.count(OutputReport.INCOMPLETE).ifPresent(count -> lines.add("  "
                + English.quantity(count, "further sample") + " left out for a missing value"));
        return lines;
    }

    private Optional<String> opening() {
        return Optional.ofNullable(evaluation.getAsJsonObject(EvaluationFile.OPENING_KEY))
                .map(opening -> "The test part of the data set was opened for the " + English.ordinal(opening.get("number").getAsLong())
                        + " time, which its journal records.");
    }

    /** The fold that a cross-validation holds out is no test part. */
    private String part(OutputReport report) {
        if (report.folds().isPresent()) {
            return "folds held out";
        }
        return evaluation.has(EvaluationFile.FOLD_KEY) && report.part().equals(Subset.TEST.text())
                ? "fold " + evaluation.get(EvaluationFile.FOLD_KEY).getAsString() + ", held out" : report.part();
    }

    private static List<String> folds(OutputReport output) {
        List<String> lines = new ArrayList<>();
        output.folds().ifPresent(folds -> {
            Map<String, Double> deviations = folds.deviations();
            lines.add("  mean of " + English.quantity(folds.count(), "fold") + ": " + listed(folds.means()).entrySet().stream()
                    .map(metric -> number(metric.getKey(), metric.getValue())
                            + spread(deviations.getOrDefault(metric.getKey(), Double.NaN)))
                    .collect(Collectors.joining(", ")));
            folds.undefined().forEach((id, count) -> lines.add("  " + Metric.words(id) + " could not be computed in "
                    + English.quantity(count, "fold") + ", which the mean leaves out"));
        });
        return lines;
    }

    private static String spread(double deviation) {
        return Double.isNaN(deviation) ? "" : String.format(Locale.ROOT, " \u00b1 %.4f", deviation);
    }

    private static String metrics(OutputReport output) {
        return figures(output, listed(output.metrics()), output.baseline());
    }

    /** Each figure with its unit, and with what is reached without a network. */
    private static String figures(OutputReport output, Map<String, Double> metrics, Map<String, Double> baseline) {
        return metrics.entrySet().stream().map(metric -> {
            String unit = Double.isNaN(metric.getValue()) ? "" : output.unit(metric.getKey());
            double without = baseline.getOrDefault(metric.getKey(), Double.NaN);
            return number(metric.getKey(), metric.getValue()) + (unit.isEmpty() ? "" : " " + unit)
                    + (Double.isNaN(without) ? "" : String.format(Locale.ROOT, " (baseline %.4f)", without));
        }).collect(Collectors.joining(", "));
    }

    /** When half had the event, and how many had none by some times. */
    private static List<String> survival(SurvivalCurve curve) {
        if (curve.points().isEmpty()) {
            return List.of();
        }
        String median = curve.median().isPresent() ? "median " + time(curve.median().getAsDouble())
                : "more than half are left to the end";
        return List.of("  without the event (Kaplan-Meier): " + median + "; " + curve.some(SURVIVAL_TIMES).stream()
                .map(point -> String.format(Locale.ROOT, "%.4f", point.share()) + interval(point) + " from "
                        + time(point.time()))
                .collect(Collectors.joining(", ")));
    }

    private static String interval(SurvivalCurve.Point point) {
        return Double.isNaN(point.lower()) ? ""
                : String.format(Locale.ROOT, " (95 %% %.4f to %.4f)", point.lower(), point.upper());
    }

    private static String time(double time) {
        return time == Math.rint(time) ? Long.toString((long) time) : Double.toString(time);
    }

    /** Those of categories in their order; others as they were measured. */
    private static Map<String, Double> listed(Map<String, Double> metrics) {
        if (!metrics.containsKey("specificity")) {
            return metrics;
        }
        Map<String, Double> listed = new LinkedHashMap<>();
        OF_CATEGORIES.stream().filter(metrics::containsKey).forEach(id -> listed.put(id, metrics.get(id)));
        return listed;
    }

    private static String number(String id, double value) {
        String name = Metric.words(id);
        if (Double.isNaN(value)) {
            return name + " unknown";
        }
        // counts are whole numbers
        return name + " " + (value == Math.rint(value) && Math.abs(value) > 1 ? Long.toString((long) value)
                : String.format(Locale.ROOT, "%.4f", value));
    }

    private static String counts(OutputReport output, OptionalLong patients) {
        String categories = output.categories().entrySet().stream().map(entry -> entry.getValue() + " " + entry.getKey())
                .collect(Collectors.joining(", "));
        OptionalLong events = output.count("events");
        return "(n = " + output.samples() + (categories.isEmpty() ? "" : ": " + categories)
                + (events.isPresent() ? ": " + English.quantity(events.getAsLong(), "event") : "")
                + (patients.isPresent() ? "; " + English.quantity(patients.getAsLong(), "patient") : "") + ")";
    }

    private static List<String> confusion(OutputReport output) {
        ConfusionMatrix matrix = output.confusion().orElse(ConfusionMatrix.of(new long[0][]));
        List<String> names = List.copyOf(output.categories().keySet());
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < matrix.categories() && matrix.categories() <= MOST_CONFUSED; i++) {
            String name = i < names.size() ? names.get(i) : "category " + (i + 1);
            lines.add("  " + name + " taken for: " + row(matrix.counts()[i], names));
        }
        return lines;
    }

    private static String row(long[] row, List<String> names) {
        List<String> cells = new ArrayList<>();
        for (int i = 0; i < row.length; i++) {
            cells.add((i < names.size() ? names.get(i) + " " : "") + row[i]);
        }
        return String.join(", ", cells);
    }
}
