// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset.io;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.vesalius.core.io.AtomicFile;
import org.vesalius.core.io.ProjectFolder;
import org.vesalius.dataset.Column;
import org.vesalius.dataset.ColumnRole;
import org.vesalius.dataset.ColumnType;
import org.vesalius.dataset.Dataset;
import org.vesalius.dataset.MissingValues;
import org.vesalius.dataset.split.SplitJson;

/**
 * Writes {@code dataset.json}: always the same text for the same data set. The format is the lowest that can say all, so
 * that earlier versions open what they understand.
 */
final class ManifestWriter {
    private static final int FIRST_FORMAT = 1;
    /** Since then columns have units, missing values and further types and roles. */
    private static final int SECOND_FORMAT = 2;
    private static final Set<ColumnType> FIRST_TYPES = EnumSet.of(ColumnType.IMAGE, ColumnType.CATEGORY,
            ColumnType.NUMBER, ColumnType.TEXT);
    private static final Set<ColumnRole> LATER_ROLES = EnumSet.of(ColumnRole.STUDY, ColumnRole.EVENT,
            ColumnRole.SUBGROUP, ColumnRole.RATER, ColumnRole.FOLD);
    /** Where the root is looked for when it is not where it should be. */
    static final String ROOT_OTHERWISE = "rootOtherwise";
    /** Of the copy of a run: the folder of the data set that it was made of, and where else that is looked for. */
    static final String ORIGIN = "origin";
    static final String ORIGIN_OTHERWISE = "originOtherwise";

    /** How the columns of parts and folds came about. */
    static final String SPLIT = "split";

    private final Path file;

    ManifestWriter(Path file) {
        this.file = file;
    }

    /**
     * Replaces the file.
     *
     * @param project the project that the data set belongs to
     * @param origin of a copy the folder of the data set it is made of; a second way to that and to the images is written then
     */
    void write(Dataset dataset, ProjectFolder project, Optional<Path> origin) throws IOException {
        Gson gson = new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();
        new AtomicFile(file).writeText(gson.toJson(json(dataset, project, origin)) + "\n");
    }

    private static JsonObject json(Dataset dataset, ProjectFolder project, Optional<Path> origin) {
        JsonObject json = new JsonObject();
        json.addProperty("format", dataset.columns().stream().allMatch(ManifestWriter::sayableAtFirst) ? FIRST_FORMAT
                : SECOND_FORMAT);
        json.addProperty("name", dataset.name());
        RootPath path = new RootPath(dataset.folder(), project);
        json.addProperty("root", path.write(dataset.root()));
        origin.ifPresent(folder -> {
            path.writeOtherwise(dataset.root()).ifPresent(text -> json.addProperty(ROOT_OTHERWISE, text));
            json.addProperty(ORIGIN, path.write(folder));
            path.writeOtherwise(folder).ifPresent(text -> json.addProperty(ORIGIN_OTHERWISE, text));
        });
        JsonArray columns = new JsonArray();
        dataset.columns().forEach(column -> columns.add(json(column)));
        json.add("columns", columns);
        dataset.split().ifPresent(split -> json.add(SPLIT, SplitJson.of(split)));
        return json;
    }

    private static boolean sayableAtFirst(Column column) {
        return column.unit().isEmpty() && column.missing().equals(MissingValues.UNDECIDED)
                && FIRST_TYPES.contains(column.type()) && !LATER_ROLES.contains(column.role());
    }

    private static JsonObject json(Column column) {
        JsonObject json = new JsonObject();
        json.addProperty("name", column.name());
        json.addProperty("type", column.type().text());
        json.addProperty("role", column.role().text());
        if (!column.unit().isEmpty()) {
            json.addProperty("unit", column.unit());
        }
        if (!column.reader().isEmpty()) {
            json.addProperty("reader", column.reader());
        }
        if (!column.options().isEmpty()) {
            JsonObject options = new JsonObject();
            column.options().forEach(options::addProperty);
            json.add("options", options);
        }
        if (!column.categories().isEmpty()) {
            json.add("categories", texts(column.categories()));
        }
        if (!column.missing().equals(MissingValues.UNDECIDED)) {
            json.add("missing", json(column.missing()));
        }
        return json;
    }

    private static JsonObject json(MissingValues missing) {
        JsonObject json = new JsonObject();
        if (!missing.marks().isEmpty()) {
            json.add("marks", texts(missing.marks()));
        }
        json.addProperty("treatment", missing.treatment().text());
        if (!missing.constant().isEmpty()) {
            json.addProperty("value", missing.constant());
        }
        if (missing.indicator()) {
            json.addProperty("indicator", true);
        }
        return json;
    }

    private static JsonArray texts(List<String> texts) {
        JsonArray array = new JsonArray();
        texts.forEach(array::add);
        return array;
    }
}
