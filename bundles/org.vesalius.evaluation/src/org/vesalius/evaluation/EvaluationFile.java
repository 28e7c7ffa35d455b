// SPDX-License-Identifier: EPL-2.0
package org.vesalius.evaluation;

import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;

/** A file with an evaluation as {@link EvaluationJson} writes it, and what its writer added. */
public final class EvaluationFile {
    /** The confusion matrix of a thousand categories takes less. */
    private static final int LARGEST_BYTES = 16 * 1024 * 1024;

    private final Path path;

    /** The file may not be there yet. */
    public EvaluationFile(Path path) {
        this.path = Objects.requireNonNull(path, "path");
    }

    /**
     * Reads the file.
     *
     * @return the evaluation; empty while there is no such file
     * @throws IOException if the file can't be read, is larger than 16 MiB, or holds no JSON object
     */
    public Optional<JsonObject> read() throws IOException {
        if (!Files.isRegularFile(path)) {
            return Optional.empty();
        }
        try {
            return Optional.of(JsonParser.parseString(text()).getAsJsonObject());
        } catch (JsonParseException | IllegalStateException e) {
            throw new IOException(path.getFileName() + " does not hold an evaluation: " + e.getMessage(), e);
        }
    }

    private String text() throws IOException {
        try (InputStream in = Files.newInputStream(path)) {
            byte[] bytes = in.readNBytes(LARGEST_BYTES + 1);
            if (bytes.length > LARGEST_BYTES) {
                throw new IOException(path.getFileName() + " is larger than an evaluation can be");
            }
            return new String(bytes, StandardCharsets.UTF_8);
        }
    }
}
