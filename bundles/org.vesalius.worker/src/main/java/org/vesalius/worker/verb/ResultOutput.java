// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.verb;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Optional;
import org.vesalius.core.ReportedException;
import org.vesalius.core.io.AtomicFile;

/** Where a verb leaves its result, one JSON document: in the file of {@code --result}, otherwise on standard output. */
public final class ResultOutput {
    private final Gson gson = new GsonBuilder().setPrettyPrinting().serializeNulls().disableHtmlEscaping().create();
    private final Optional<Path> file;
    private final PrintStream standardOutput;

    /**
     * @param file the file, which is replaced atomically; empty for standard output
     * @param standardOutput standard output
     */
    public ResultOutput(Optional<Path> file, PrintStream standardOutput) {
        this.file = file;
        this.standardOutput = standardOutput;
    }

    /**
     * Leaves a result.
     *
     * @throws IOException if the file can't be written
     */
    public void write(JsonObject result) throws IOException {
        String text = gson.toJson(result);
        if (file.isPresent()) {
            new AtomicFile(file.get()).writeText(text + "\n");
        } else {
            standardOutput.println(text);
        }
    }

    /**
     * Leaves an error, under the key {@code error}: kind, message, where and remedy.
     *
     * @throws IOException if the file can't be written
     */
    public void write(ReportedException error) throws IOException {
        JsonObject details = new JsonObject();
        details.addProperty("kind", error.kind().name());
        details.addProperty("message", error.getMessage());
        details.addProperty("where", error.where().map(Path::toString).orElse(null));
        details.addProperty("remedy", error.remedy());
        JsonObject result = new JsonObject();
        result.add("error", details);
        write(result);
    }
}
