// SPDX-License-Identifier: EPL-2.0
package org.vesalius.cli.output;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.vesalius.core.English;
import org.vesalius.core.check.Problem;
import org.vesalius.dataset.Defect;
import org.vesalius.dataset.Subset;
import org.vesalius.dataset.SubsetCounts;
import org.vesalius.dataset.importer.kind.ImportReport;
import org.vesalius.dataset.importer.kind.PassedOver;

/** What an import brought, for people and for programs. */
public final class ImportReportText {

    private static final int LISTED = 20;

    private final ImportReport report;

    /** The text of a report. */
    public ImportReportText(ImportReport report) {
        this.report = Objects.requireNonNull(report, "report");
    }

    /** The report for people; the last line is the folder of the data set. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>(new SubsetTable(report.counts()).lines());
        addUnreadable(lines);
        addPassedOver(lines);
        lines.addAll(report.remarks());
        for (Problem problem : report.problems()) {
            lines.addAll(ProblemText.lines(problem));
        }
        lines.add("Data set of " + English.quantity(report.dataset().samples().size(), "sample") + ":");
        lines.add(report.dataset().folder().toString());
        return lines;
    }

    /** The report as JSON. */
    public JsonObject toJson() {
        JsonObject json = new JsonObject();
        json.addProperty("dataset", report.dataset().folder().toString());
        json.addProperty("samples", report.dataset().samples().size());
        json.add("counts", counts(report.counts().samples()));
        json.add("patients", counts(report.counts().patients()));
        JsonArray unreadable = new JsonArray();
        report.defects().stream().map(ImportReportText::toJson).forEach(unreadable::add);
        json.add("unreadable", unreadable);
        json.add("passedOver", passedOver());
        json.add("remarks", JsonText.texts(report.remarks()));
        json.add("problems", ProblemText.toJson(report.problems()));
        return json;
    }

    private void addUnreadable(List<String> lines) {
        List<Defect> defects = report.defects();
        if (defects.isEmpty()) {
            return;
        }
        String count = English.quantity(defects.size(), "image");
        lines.add(count + " can't be read; training refuses unless told to leave such out:");
        defects.stream().limit(LISTED).forEach(defect -> lines.add("  " + defect.value() + " " + defect.reason()));
        if (defects.size() > LISTED) {
            lines.add("  and " + (defects.size() - LISTED) + " more; samples.csv lists all of them");
        }
    }

    private void addPassedOver(List<String> lines) {
        List<PassedOver> all = report.passedOver();
        if (all.isEmpty()) {
            return;
        }
        lines.add("Passed over: " + all.size());
        all.stream().limit(LISTED).forEach(one -> lines.add("  " + one.path() + " " + one.reason()));
        if (all.size() > LISTED) {
            lines.add("  and " + (all.size() - LISTED) + " more; --json lists all of them");
        }
    }

    private JsonArray passedOver() {
        JsonArray array = new JsonArray();
        for (PassedOver one : report.passedOver()) {
            JsonObject json = new JsonObject();
            json.addProperty("file", one.path());
            json.addProperty("reason", one.reason());
            array.add(json);
        }
        return array;
    }

    private static JsonObject counts(Map<Subset, Map<String, Integer>> counts) {
        JsonObject json = new JsonObject();
        counts.forEach((subset, categories) -> {
            JsonObject inner = new JsonObject();
            categories.forEach(inner::addProperty);
            json.add(subset.text(), inner);
        });
        return json;
    }

    private static JsonObject toJson(Defect defect) {
        JsonObject json = new JsonObject();
        json.addProperty("sample", defect.sampleId());
        json.addProperty("file", defect.value());
        json.addProperty("reason", defect.reason());
        return json;
    }
}

/** How many samples and patients of each category stand in each subset. */
final class SubsetTable {
    private static final String UNKNOWN = "unknown";

    private final SubsetCounts counts;

    SubsetTable(SubsetCounts counts) {
        this.counts = Objects.requireNonNull(counts, "counts");
    }

    /** The lines of the table. */
    List<String> lines() {
        Table table = new Table("SUBSET", "CATEGORY", "SAMPLES", "PATIENTS");
        counts.samples().forEach((subset, categories) -> categories.forEach(
                (category, samples) -> table.add(subset.text(), category.isEmpty() && someKnown() ? UNKNOWN : category,
                        samples.toString(), patients(subset, category))));
        return table.lines();
    }

    private boolean someKnown() {
        return counts.samples().values().stream().flatMap(categories -> categories.keySet().stream())
                .anyMatch(category -> !category.isEmpty());
    }

    private String patients(Subset subset, String category) {
        return counts.patients().isEmpty() ? UNKNOWN : Integer.toString(counts.patients(subset, category));
    }
}
