// SPDX-License-Identifier: EPL-2.0
package org.vesalius.experiment.encoding;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.vesalius.core.ErrorKind;
import org.vesalius.core.ReportedException;
import org.vesalius.core.io.AtomicFile;

/** The file of a run folder that holds how arrays are standardised, taken from the training samples when it began. */
public final class ArrayScalesFile {
    private static final int FORMAT = 1;
    private static final long MOST_BYTES = 64L << 20;

    private final Path path;

    /** The file may not be there yet. */
    public ArrayScalesFile(Path path) {
        this.path = Objects.requireNonNull(path, "path");
    }

    /** How the file holds them. */
    private record Stored(int format, Map<String, ArrayScale> layers) {
    }

    /**
     * Replaces the file.
     *
     * @param scales by the name of the Input layer
     * @throws IOException if it can't be written
     */
    public void write(Map<String, ArrayScale> scales) throws IOException {
        Gson gson = new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();
        new AtomicFile(path).writeText(gson.toJson(new Stored(FORMAT, new TreeMap<>(scales))) + "\n");
    }

    /**
     * Reads the file.
     *
     * @return by the name of the Input layer; none where there is no file
     * @throws ReportedException if it can't be read, is damaged, or of a later format
     */
    public Map<String, ArrayScale> read() {
        if (!Files.isRegularFile(path)) {
            return Map.of();
        }
        Stored stored = parsed();
        if (stored == null || stored.layers() == null) {
            throw damaged(null);
        }
        if (stored.format() > FORMAT) {
            throw new ReportedException(ErrorKind.INVALID_INPUT,
                    path.getFileName() + " was written by a newer version of Vesalius.", path,
                    "Open the run with that version or a later one.");
        }
        return stored.layers();
    }

    private Stored parsed() {
        try {
            if (Files.size(path) > MOST_BYTES) {
                throw damaged(null);
            }
            return new Gson().fromJson(Files.readString(path), Stored.class);
        } catch (ReportedException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            // unreadable, no JSON, or what a record refuses
            throw damaged(e);
        }
    }

    private ReportedException damaged(Exception cause) {
        return new ReportedException(ErrorKind.INVALID_INPUT, path.getFileName() + " can't be read.", path,
                "Bring it back from a copy of the run folder, or start the experiment again for a new run.", cause);
    }
}
