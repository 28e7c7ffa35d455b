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
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A file with the evaluation of the outputs of a network on the validation samples and, if its test part was opened or it held
 * out a fold, around it that on the test samples. The
 * files of format 1 were of one output that told categories, and named neither it nor its task.
 */
public final class EvaluationFile {
    /** The member that says the version of the file format; the first files had none. */
    public static final String FORMAT_KEY = "format";
    /** The member of an evaluation that holds that of the validation samples; all else is of the test samples. */
    public static final String VALIDATION_KEY = "validation";
    /** The member that names the fold that a cross-validation held out. */
    public static final String FOLD_KEY = "fold";
    /** The member that tells of the opening of the test part that the figures of the test samples are from. */
    public static final String OPENING_KEY = "opening";
    /** The member of an evaluation with those of the outputs after the first; that of the first is around it. */
    public static final String OUTPUTS_KEY = "outputs";
    /** Version of the file format that is written; this and all before are read. */
    public static final int FORMAT = 2;

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
     * @throws IOException if the file can't be read, is larger than 16 MiB, holds no JSON object, or one of a later
     *         format
     */
    public Optional<JsonObject> read() throws IOException {
        if (!Files.isRegularFile(path)) {
            return Optional.empty();
        }
        try {
            JsonObject evaluation = JsonParser.parseString(text()).getAsJsonObject();
            if (evaluation.has(FORMAT_KEY) && evaluation.get(FORMAT_KEY).getAsInt() > FORMAT) {
                throw new IOException(path.getFileName() + " was written by a newer version of Vesalius; open the run "
                        + "with that version or a later one");
            }
            return Optional.of(evaluation);
        } catch (JsonParseException | IllegalStateException | NumberFormatException
                | UnsupportedOperationException e) {
            throw new IOException(path.getFileName() + " does not hold an evaluation: " + e.getMessage(), e);
        }
    }

    /** The evaluations of all outputs on some samples, that of the first with what belongs to all. */
    public static List<JsonObject> outputs(JsonObject evaluation) {
        List<JsonObject> outputs = new ArrayList<>(List.of(evaluation));
        if (evaluation.has(OUTPUTS_KEY)) {
            evaluation.getAsJsonArray(OUTPUTS_KEY).forEach(output -> outputs.add(output.getAsJsonObject()));
        }
        return outputs;
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
