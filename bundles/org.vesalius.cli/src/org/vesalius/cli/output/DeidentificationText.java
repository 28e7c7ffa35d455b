// SPDX-License-Identifier: EPL-2.0
package org.vesalius.cli.output;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.vesalius.core.English;
import org.vesalius.dataset.deidentify.DeidentificationReport;
import org.vesalius.dataset.importer.kind.PassedOver;

/** What was de-identified and how, for people and for programs. The files that were left out are named to the user alone. */
public final class DeidentificationText {
    private static final int LISTED = 20;

    private final DeidentificationReport report;
    private final Path out;
    private final boolean dryRun;

    /**
     * The text of a report.
     *
     * @param out the folder of the copies
     * @param dryRun whether nothing was written
     */
    public DeidentificationText(DeidentificationReport report, Path out, boolean dryRun) {
        this.report = Objects.requireNonNull(report, "report");
        this.out = Objects.requireNonNull(out, "out");
        this.dryRun = dryRun;
    }

    /** The report for people; the last line is the folder of the copies, if they were written. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>(report.method());
        Table table = new Table("ATTRIBUTE", "NAME", "ACTION", "TIMES");
        report.actions().counts().forEach((action, count) -> table.add(action.attribute(), action.name(), action.done(), count.toString()));
        lines.addAll(table.lines());
        addLeftOut(lines);
        report.remarks().forEach((remark, files) -> lines.add(remark + " (" + English.quantity(files, "file") + ")."));
        String patients = report.patients() == 0 ? "" : " of " + English.quantity(report.patients(), "patient");
        lines.add((dryRun ? "Nothing was written; it would be " : "De-identified ") + English.quantity(report.files(), "file") + patients
                + (dryRun ? "." : ":"));
        if (!dryRun) {
            lines.add(out.toString());
        }
        return lines;
    }

    private void addLeftOut(List<String> lines) {
        List<PassedOver> all = report.leftOut();
        if (all.isEmpty()) {
            return;
        }
        lines.add("Left out: " + all.size());
        all.stream().limit(LISTED).forEach(one -> lines.add("  " + one.path() + " " + one.reason()));
        if (all.size() > LISTED) {
            lines.add("  and " + (all.size() - LISTED) + " more; --json lists all of them");
        }
    }

    /** The report as JSON. */
    public JsonObject toJson() {
        JsonObject json = new JsonObject();
        json.addProperty("out", out.toString());
        json.addProperty("written", !dryRun);
        json.add("method", JsonText.texts(report.method()));
        json.addProperty("files", report.files());
        json.addProperty("patients", report.patients());
        json.add("actions", report.actions().toJson());
        JsonObject remarks = new JsonObject();
        report.remarks().forEach(remarks::addProperty);
        json.add("remarks", remarks);
        JsonArray leftOut = new JsonArray();
        report.leftOut().forEach(one -> {
            JsonObject each = new JsonObject();
            each.addProperty("file", one.path());
            each.addProperty("reason", one.reason());
            leftOut.add(each);
        });
        json.add("leftOut", leftOut);
        return json;
    }
}
