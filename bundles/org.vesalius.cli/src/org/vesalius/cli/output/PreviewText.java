// SPDX-License-Identifier: EPL-2.0
package org.vesalius.cli.output;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.vesalius.core.English;
import org.vesalius.dataset.Column;
import org.vesalius.dataset.Defect;
import org.vesalius.dataset.Sample;
import org.vesalius.dataset.importer.kind.DatasetPreview;

/** What an import would bring, for people and for programs. */
public final class PreviewText {

    private static final int EXAMPLES = 3;
    private static final int WIDEST = 24;

    private final DatasetPreview preview;
    private final List<Defect> unreadable;

    /**
     * The text of a preview.
     *
     * @param unreadable the files of the first samples that can't be read
     */
    public PreviewText(DatasetPreview preview, List<Defect> unreadable) {
        this.preview = Objects.requireNonNull(preview, "preview");
        this.unreadable = List.copyOf(unreadable);
    }

    /** The preview for people. */
    public List<String> lines() {
        Table table = new Table("COLUMN", "TYPE", "ROLE", "UNIT", "MISSING", "FIRST VALUES");
        preview.columns().forEach(column -> table.add(column.name(), column.type().text(), column.role().text(),
                column.unit(), String.join(" ", column.missing().marks()),
                String.join(" | ", examples(column).map(PreviewText::cut).toList())));
        List<String> lines = new ArrayList<>(table.lines());
        preview.counts().ifPresent(counts -> lines.addAll(new SubsetTable(counts).lines()));
        preview.remarks().forEach(lines::add);
        unreadable.forEach(defect -> lines.add("Can't be read: " + defect.value() + " " + defect.reason()));
        if (!preview.passedOver().isEmpty()) {
            lines.add("Passed over: " + preview.passedOver().size());
        }
        preview.samples().ifPresent(samples -> lines.add(English.quantity(samples, "sample")));
        lines.add("Nothing was written.");
        return lines;
    }

    private Stream<String> examples(Column column) {
        return preview.first().stream().map(sample -> sample.value(column)).limit(EXAMPLES);
    }

    private static String cut(String value) {
        String line = value.replaceAll("\\s+", " ");
        return line.length() <= WIDEST ? line : line.substring(0, WIDEST - 1) + "…";
    }

    /** The preview as JSON. */
    public JsonObject toJson() {
        JsonObject json = new JsonObject();
        JsonArray columns = new JsonArray();
        preview.columns().forEach(column -> columns.add(toJson(column)));
        json.add("columns", columns);
        JsonArray rows = new JsonArray();
        preview.first().forEach(sample -> rows.add(row(sample)));
        json.add("first", rows);
        preview.samples().ifPresent(samples -> json.addProperty("samples", samples));
        json.add("remarks", JsonText.texts(preview.remarks()));
        json.add("unreadable", JsonText.texts(unreadable.stream().map(Defect::value).toList()));
        return json;
    }

    private static JsonObject toJson(Column column) {
        JsonObject json = new JsonObject();
        json.addProperty("name", column.name());
        json.addProperty("type", column.type().text());
        json.addProperty("role", column.role().text());
        json.addProperty("unit", column.unit());
        json.add("missing", JsonText.texts(column.missing().marks()));
        json.add("categories", JsonText.texts(column.categories()));
        return json;
    }

    private JsonObject row(Sample sample) {
        JsonObject json = new JsonObject();
        json.addProperty("sample", sample.id());
        preview.columns().forEach(column -> json.addProperty(column.name(), sample.value(column)));
        return json;
    }
}
