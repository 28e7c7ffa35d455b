// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset.io;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Path;
import org.vesalius.core.io.AtomicFile;
import org.vesalius.core.io.ProjectFolder;
import org.vesalius.dataset.Column;
import org.vesalius.dataset.Dataset;

/** Writes {@code dataset.json}, format 1: always the same text for the same data set. */
final class ManifestWriter {
    /** The format that is written, and the only one that is read. */
    static final int FORMAT = 1;
    /** Where the root is looked for when it is not where it should be. */
    static final String ROOT_OTHERWISE = "rootOtherwise";

    private final Path file;

    ManifestWriter(Path file) {
        this.file = file;
    }

    /**
     * Replaces the file.
     *
     * @param project the project that the data set belongs to
     * @param otherwise whether a second way to the images is written
     */
    void write(Dataset dataset, ProjectFolder project, boolean otherwise) throws IOException {
        Gson gson = new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();
        new AtomicFile(file).writeText(gson.toJson(json(dataset, project, otherwise)) + "\n");
    }

    private static JsonObject json(Dataset dataset, ProjectFolder project, boolean otherwise) {
        JsonObject json = new JsonObject();
        json.addProperty("format", FORMAT);
        json.addProperty("name", dataset.name());
        RootPath path = new RootPath(dataset.folder(), project);
        json.addProperty("root", path.write(dataset.root()));
        if (otherwise) {
            path.writeOtherwise(dataset.root()).ifPresent(text -> json.addProperty(ROOT_OTHERWISE, text));
        }
        JsonArray columns = new JsonArray();
        dataset.columns().forEach(column -> columns.add(json(column)));
        json.add("columns", columns);
        return json;
    }

    private static JsonObject json(Column column) {
        JsonObject json = new JsonObject();
        json.addProperty("name", column.name());
        json.addProperty("type", column.type().text());
        json.addProperty("role", column.role().text());
        if (!column.reader().isEmpty()) {
            json.addProperty("reader", column.reader());
        }
        if (!column.options().isEmpty()) {
            JsonObject options = new JsonObject();
            column.options().forEach(options::addProperty);
            json.add("options", options);
        }
        if (!column.categories().isEmpty()) {
            JsonArray categories = new JsonArray();
            column.categories().forEach(categories::add);
            json.add("categories", categories);
        }
        return json;
    }
}
