// SPDX-License-Identifier: EPL-2.0
package org.vesalius.engine.run;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;

import org.vesalius.core.ErrorKind;
import org.vesalius.core.ReportedException;

/** The JSON document a worker answers with: a result, or an object {@code error} with the parts of the report. */
final class WorkerAnswer {

    private static final int LARGEST_BYTES = 16 * 1024 * 1024;

    private final Path file;

    WorkerAnswer(Path file) {
        this.file = Objects.requireNonNull(file, "file");
    }

    /**
     * The result.
     *
     * @throws ReportedException the error that the worker reports
     * @throws IOException       when the file can't be read or holds no JSON object
     */
    JsonObject read() throws IOException {
        JsonObject answer = parse();
        JsonElement error = answer.get("error");
        if (error != null && error.isJsonObject()) {
            throw report(error.getAsJsonObject());
        }
        return answer;
    }

    private JsonObject parse() throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            String text = new String(in.readNBytes(LARGEST_BYTES), StandardCharsets.UTF_8);
            return JsonParser.parseString(text).getAsJsonObject();
        } catch (JsonParseException | IllegalStateException e) {
            throw new IOException("its answer is damaged", e);
        }
    }

    private static ReportedException report(JsonObject error) {
        String where = text(error, "where");
        return new ReportedException(kind(text(error, "kind")), text(error, "message"),
                where.isEmpty() ? null : Path.of(where), text(error, "remedy"));
    }

    private static ErrorKind kind(String name) {
        for (ErrorKind kind : ErrorKind.values()) {
            if (kind.name().equals(name)) {
                return kind;
            }
        }
        return ErrorKind.TRAINING_FAILED;
    }

    private static String text(JsonObject error, String key) {
        JsonElement value = error.get(key);
        return value == null || !value.isJsonPrimitive() ? "" : value.getAsString();
    }
}
