// SPDX-License-Identifier: EPL-2.0
package org.vesalius.cli.output;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import org.vesalius.core.English;

/** The evaluation of one subset of a data set, for people: metrics with what they are counted on. */
public final class EvaluationText {

    private static final List<String> METRICS = List.of("auc", "accuracy", "sensitivity", "specificity", "loss");

    private final JsonObject evaluation;

    /**
     * The text of an evaluation.
     *
     * @param evaluation the keys loss, accuracy, auc, sensitivity, specificity, confusion and n; and part, counts,
     *                   patients and epoch where they are known
     */
    public EvaluationText(JsonObject evaluation) {
        this.evaluation = Objects.requireNonNull(evaluation, "evaluation");
    }

    /** The metrics on one line, the confusion matrix below. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        if (has("epoch")) {
            lines.add("model of epoch " + evaluation.get("epoch").getAsLong());
        }
        lines.add(title() + ": " + METRICS.stream().map(this::metric).collect(Collectors.joining(", ")) + " "
                + counts());
        if (has("confusion")) {
            lines.addAll(confusion());
        }
        if (has("explanation")) {
            lines.add("  " + evaluation.get("explanation").getAsString());
        }
        return lines;
    }

    private String title() {
        return has("part") ? evaluation.get("part").getAsString() : "test";
    }

    private String metric(String key) {
        String name = "auc".equals(key) ? "AUC" : key;
        return name + " " + (has(key) ? String.format(Locale.ROOT, "%.4f", evaluation.get(key).getAsDouble())
                : "unknown");
    }

    private String counts() {
        String n = "(n = " + evaluation.get("n").getAsLong();
        String categories = has("counts") ? ": " + evaluation.getAsJsonObject("counts").entrySet().stream()
                .map(entry -> entry.getValue().getAsLong() + " " + entry.getKey()).collect(Collectors.joining(", "))
                : "";
        String patients = has("patients") ? "; " + English.quantity(evaluation.get("patients").getAsLong(), "patient") : "";
        return n + categories + patients + ")";
    }

    private List<String> confusion() {
        JsonArray rows = evaluation.getAsJsonArray("confusion");
        List<String> names = has("counts") ? List.copyOf(evaluation.getAsJsonObject("counts").keySet())
                : List.of();
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            String name = i < names.size() ? names.get(i) : "category " + (i + 1);
            lines.add("  " + name + " taken for: " + row(rows.get(i).getAsJsonArray(), names));
        }
        return lines;
    }

    private static String row(JsonArray row, List<String> names) {
        List<String> cells = new ArrayList<>();
        for (int i = 0; i < row.size(); i++) {
            cells.add((i < names.size() ? names.get(i) + " " : "") + row.get(i).getAsLong());
        }
        return String.join(", ", cells);
    }

    private boolean has(String key) {
        JsonElement value = evaluation.get(key);
        return value != null && !value.isJsonNull();
    }
}
