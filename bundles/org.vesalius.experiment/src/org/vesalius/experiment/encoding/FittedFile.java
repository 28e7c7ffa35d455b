// SPDX-License-Identifier: EPL-2.0
package org.vesalius.experiment.encoding;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.reflect.TypeToken;
import java.io.IOException;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.vesalius.core.ErrorKind;
import org.vesalius.core.ReportedException;
import org.vesalius.core.io.AtomicFile;

/**
 * A file of a run folder that holds what was taken from the training samples when the run began.
 *
 * @param <T> what it holds of each layer
 */
public final class FittedFile<T> {
    /** Version of the file format that is written; this and all before are read. */
    private static final int FORMAT = 1;
    private static final long MOST_BYTES = 64L << 20;

    private final Path path;
    private final Type type;

    private FittedFile(Path path, Type type) {
        this.path = Objects.requireNonNull(path, "path");
        this.type = TypeToken.getParameterized(Stored.class, type).getType();
    }

    /** The file that holds how columns become numbers; it may not be there yet. */
    public static FittedFile<List<FittedColumn>> encodings(Path path) {
        return new FittedFile<>(path, TypeToken.getParameterized(List.class, FittedColumn.class).getType());
    }

    /** The file that holds how arrays are standardised; it may not be there yet. */
    public static FittedFile<ArrayScale> arrayScales(Path path) {
        return new FittedFile<>(path, ArrayScale.class);
    }

    /** How the file holds them. */
    private record Stored<T>(int format, Map<String, T> layers) {
    }

    /**
     * Replaces the file.
     *
     * @param layers by the names of the layers
     * @throws IOException if it can't be written
     */
    public void write(Map<String, T> layers) throws IOException {
        Gson gson = new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();
        new AtomicFile(path).writeText(gson.toJson(new Stored<>(FORMAT, new TreeMap<>(layers)), type) + "\n");
    }

    /**
     * Reads the file.
     *
     * @return by the names of the layers; empty where there is no file, as in a run of an earlier version
     * @throws ReportedException if it can't be read, is damaged, or of a later format
     */
    public Optional<Map<String, T>> read() {
        if (!Files.isRegularFile(path)) {
            return Optional.empty();
        }
        Stored<T> stored = stored();
        if (stored.format() > FORMAT) {
            throw new ReportedException(ErrorKind.INVALID_INPUT,
                    path.getFileName() + " was written by a newer version of Vesalius.", path,
                    "Open the run with that version or a later one.");
        }
        return Optional.of(stored.layers());
    }

    private Stored<T> stored() {
        try {
            if (Files.size(path) > MOST_BYTES) {
                throw new IOException("more than " + MOST_BYTES + " bytes");
            }
            Stored<T> stored = new Gson().fromJson(Files.readString(path), type);
            Objects.requireNonNull(stored.layers(), "layers");
            return stored;
        } catch (IOException | RuntimeException e) {
            // unreadable, no JSON, or what a record refuses
            throw new ReportedException(ErrorKind.INVALID_INPUT, path.getFileName() + " can't be read.", path,
                    "Bring it back from a copy of the run folder, or start the experiment again for a new run.", e);
        }
    }
}
