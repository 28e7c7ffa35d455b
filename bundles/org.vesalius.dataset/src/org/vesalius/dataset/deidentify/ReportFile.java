// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset.deidentify;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Path;
import org.vesalius.core.io.AtomicFile;

/**
 * The file that lies among the copies and says how they were made. Unlike what the user is shown, it names no file.
 *
 * @param path where it is written
 */
record ReportFile(Path path) {
    private static final int FORMAT = 1;

    void write(DeidentificationReport report) throws IOException {
        new AtomicFile(path).writeText(new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create().toJson(json(report))
                + "\n");
    }

    private static JsonObject json(DeidentificationReport report) {
        JsonObject json = new JsonObject();
        json.addProperty("format", FORMAT);
        JsonArray method = new JsonArray();
        report.method().forEach(method::add);
        json.add("method", method);
        json.addProperty("files", report.files());
        json.addProperty("patients", report.patients());
        json.addProperty("leftOut", report.leftOut().size());
        json.add("actions", report.actions().toJson());
        JsonObject remarks = new JsonObject();
        report.remarks().forEach(remarks::addProperty);
        json.add("remarks", remarks);
        return json;
    }
}
