// SPDX-License-Identifier: EPL-2.0
package org.vesalius.cli.output;

import com.google.gson.Gson;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.vesalius.core.English;
import org.vesalius.dataset.Column;
import org.vesalius.dataset.ColumnRole;
import org.vesalius.dataset.Dataset;
import org.vesalius.dataset.Sample;
import org.vesalius.dataset.check.standard.AlikePair;
import org.vesalius.dataset.split.SplitCounts.Part;
import org.vesalius.dataset.split.SplitCounts;
import org.vesalius.dataset.split.SplitJson;

/**
 * How a data set is divided, for people and for programs.
 *
 * @param dataset the data set
 * @param alike images that show the same; absent if nobody looked
 */
public record SplitText(Dataset dataset, Optional<List<AlikePair>> alike) {
    private static final int MOST_NAMED = 20;

    /** For each column of parts or folds a table, and what proves that nothing is in two of them. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add(dataset.split().map(split -> "Split: " + SplitJson.of(split)).orElse("Split: as it was imported"));
        for (SplitCounts counts : SplitCounts.of(dataset)) {
            lines.addAll(table(counts).lines());
            long nowhere = dataset.samples().size() - counts.parts().stream().mapToLong(Part::samples).sum();
            if (nowhere > 0) {
                lines.add("  " + English.quantity(nowhere, "sample") + (nowhere == 1 ? " is" : " are") + " in none of these.");
            }
            if (dataset.first(ColumnRole.PATIENT).isPresent()) {
                lines.add("  Patients in two of them: " + counts.divided());
            }
            alike.ifPresent(pairs -> lines.addAll(across(counts.column(), pairs)));
        }
        return lines;
    }

    private Table table(SplitCounts counts) {
        boolean patients = dataset.first(ColumnRole.PATIENT).isPresent();
        Table table = new Table(counts.column().role() == ColumnRole.SUBSET ? "PART" : counts.column().name().toUpperCase(Locale.ROOT),
                "SAMPLES", "PATIENTS", "LABELS AND SITES");
        counts.parts().forEach(part -> table.add(part.name(), Integer.toString(part.samples()),
                patients ? Integer.toString(part.patients()) : "unknown", values(part)));
        return table;
    }

    private static String values(Part part) {
        return part.values().entrySet().stream().map(column -> column.getKey() + ": " + column.getValue().entrySet().stream()
                .map(value -> value.getValue() + " " + (value.getKey().isEmpty() ? "missing" : value.getKey()))
                .collect(Collectors.joining(", "))).collect(Collectors.joining("; "));
    }

    private List<String> across(Column column, List<AlikePair> pairs) {
        if (!hasImages()) {
            return List.of("  Images that show the same in two of them: nobody looked, for the data set has none.");
        }
        List<AlikePair> across = across(pairs, column);
        List<String> lines = new ArrayList<>();
        lines.add("  Images that show the same in two of them: " + across.size());
        across.stream().limit(MOST_NAMED).forEach(pair -> lines.add("    " + pair.first().id() + " and " + pair.second().id()
                + (pair.exact() ? ", the very same" : ", alike")));
        return lines;
    }

    /** Of those that are the very same any may be in no part, also that which the others are paired with. */
    private static List<AlikePair> across(List<AlikePair> pairs, Column column) {
        Map<String, List<Sample>> same = new LinkedHashMap<>();
        pairs.stream().filter(AlikePair::exact).forEach(pair -> same.computeIfAbsent(pair.first().id(),
                none -> new ArrayList<>(List.of(pair.first()))).add(pair.second()));
        List<AlikePair> across = new ArrayList<>();
        for (List<Sample> members : same.values()) {
            List<Sample> placed = members.stream().filter(sample -> !part(sample, column).isEmpty()).toList();
            placed.stream().filter(sample -> !part(sample, column).equals(part(placed.get(0), column)))
                    .forEach(sample -> across.add(new AlikePair(placed.get(0), sample, true)));
        }
        for (AlikePair pair : pairs) {
            if (!pair.exact()) {
                members(same, pair.first()).flatMap(first -> members(same, pair.second()).filter(second -> divided(first, second, column))
                        .map(second -> new AlikePair(first, second, false))).findFirst().ifPresent(across::add);
            }
        }
        return across;
    }

    private static Stream<Sample> members(Map<String, List<Sample>> same, Sample sample) {
        return same.getOrDefault(sample.id(), List.of(sample)).stream();
    }

    private static boolean divided(Sample first, Sample second, Column column) {
        String one = part(first, column);
        String other = part(second, column);
        return !one.isEmpty() && !other.isEmpty() && !one.equals(other);
    }

    private boolean hasImages() {
        return dataset.columns(ColumnRole.INPUT).stream().anyMatch(column -> column.type().read());
    }

    private static String part(Sample sample, Column column) {
        return sample.lacks(column) ? "" : sample.value(column);
    }

    /** The same as JSON: {@code split}, and for each column its parts and what is in two of them. */
    public JsonObject toJson() {
        JsonObject json = new JsonObject();
        json.addProperty("dataset", dataset.folder().toString());
        dataset.split().ifPresent(split -> json.add("split", SplitJson.of(split)));
        JsonArray columns = new JsonArray();
        for (SplitCounts counts : SplitCounts.of(dataset)) {
            JsonObject column = new JsonObject();
            column.addProperty("column", counts.column().name());
            column.addProperty("role", counts.column().role().text());
            column.add("parts", new Gson().toJsonTree(counts.parts()));
            column.addProperty("patientsInTwo", counts.divided());
            alike.filter(pairs -> hasImages()).ifPresent(pairs -> column.add("alikeInTwo", toJson(across(pairs, counts.column()))));
            columns.add(column);
        }
        json.add("columns", columns);
        return json;
    }

    private static JsonArray toJson(List<AlikePair> pairs) {
        JsonArray array = new JsonArray();
        for (AlikePair pair : pairs) {
            JsonObject json = new JsonObject();
            json.addProperty("first", pair.first().id());
            json.addProperty("second", pair.second().id());
            json.addProperty("exact", pair.exact());
            array.add(json);
        }
        return array;
    }
}
