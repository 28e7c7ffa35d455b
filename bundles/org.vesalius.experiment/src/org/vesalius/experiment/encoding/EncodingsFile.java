// SPDX-License-Identifier: EPL-2.0
package org.vesalius.experiment.encoding;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.vesalius.core.ErrorKind;
import org.vesalius.core.ReportedException;
import org.vesalius.core.io.AtomicFile;

/** The file of a run folder that holds how its columns become numbers. */
public final class EncodingsFile {
    /** Version of the file format that is written; this and all before are read. */
    private static final int FORMAT = 1;
    private static final long MOST_BYTES = 64L << 20;

    private final Path path;

    /** The file may not be there yet. */
    public EncodingsFile(Path path) {
        this.path = Objects.requireNonNull(path, "path");
    }

    /** How the file holds them. */
    private record Stored(int format, Map<String, List<FittedColumn>> layers) {
    }

    /**
     * Replaces the file.
     *
     * @throws IOException if it can't be written
     */
    public void write(FittedEncodings encodings) throws IOException {
        Gson gson = new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();
        new AtomicFile(path).writeText(gson.toJson(new Stored(FORMAT, encodings.layers())) + "\n");
    }

    /**
     * Reads the file.
     *
     * @return empty where a run of an earlier version has none
     * @throws ReportedException if it can't be read, is damaged, or of a later format
     */
    public Optional<FittedEncodings> read() {
        if (!Files.isRegularFile(path)) {
            return Optional.empty();
        }
        Stored stored = parse(text());
        if (stored == null || stored.layers() == null) {
            throw damaged(null);
        }
        if (stored.format() > FORMAT) {
            throw new ReportedException(ErrorKind.INVALID_INPUT,
                    path.getFileName() + " was written by a newer version of Vesalius.", path,
                    "Open the run with that version or a later one.");
        }
        return Optional.of(new FittedEncodings(stored.layers()));
    }

    private String text() {
        try {
            if (Files.size(path) > MOST_BYTES) {
                throw damaged(null);
            }
            return Files.readString(path);
        } catch (IOException e) {
            throw damaged(e);
        }
    }

    private Stored parse(String text) {
        try {
            return new Gson().fromJson(text, Stored.class);
        } catch (RuntimeException e) {
            // no JSON, or what a record refuses
            throw damaged(e);
        }
    }

    private ReportedException damaged(Exception cause) {
        return new ReportedException(ErrorKind.INVALID_INPUT, path.getFileName() + " can't be read.", path,
                "Bring it back from a copy of the run folder, or start the experiment again for a new run.", cause);
    }
}
