// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.verb;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vesalius.core.LoggedFailure;
import org.vesalius.core.ReportedException;
import org.vesalius.core.io.AtomicFile;

/**
 * Where a verb leaves its result, one JSON document: in the file of {@code --result}, otherwise on standard output; and
 * what it waits for before: in the file of {@code --waiting}, and in the log.
 */
public final class ResultOutput {
    private static final Logger LOG = LoggerFactory.getLogger("worker");

    private final Gson gson = new GsonBuilder().setPrettyPrinting().serializeNulls().disableHtmlEscaping().create();
    private final Optional<Path> file;
    private final Optional<Path> waiting;
    private final PrintStream standardOutput;

    /**
     * @param file the file of the result, which is replaced atomically; empty for standard output
     * @param waiting the file that tells what is waited for, and is not there when nothing is; may be empty
     * @param standardOutput standard output
     */
    public ResultOutput(Optional<Path> file, Optional<Path> waiting, PrintStream standardOutput) {
        this.file = file;
        this.waiting = waiting;
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

    /** Tells what is waited for, in the user's words. */
    public void waiting(String message) {
        LOG.info("{}", message);
        change(target -> new AtomicFile(target).writeText(message + "\n"));
    }

    /** Tells that nothing is waited for any more. */
    public void goingOn() {
        change(Files::deleteIfExists);
    }

    private void change(Change change) {
        try {
            if (waiting.isPresent()) {
                change.of(waiting.get());
            }
        } catch (IOException e) {
            // the work goes on without the words
            LOG.warn("the file of what is waited for can't be written", LoggedFailure.of(e));
        }
    }

    private interface Change {
        void of(Path file) throws IOException;
    }
}
