// SPDX-License-Identifier: EPL-2.0
package org.vesalius.experiment.run;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import org.vesalius.core.ErrorKind;
import org.vesalius.core.ReportedException;
import org.vesalius.core.io.AtomicFile;
import org.vesalius.experiment.json.JsonTypes;

/** Reads and atomically replaces {@code run.json}. One process writes it at a time: the one that answers for the run. */
public final class RunRecordFile {
    private static final long LARGEST_BYTES = 1 << 20;
    private static final String DAMAGED = "The run record is damaged.";
    private static final String RESTORE = "Bring the file back from a backup, or start the training anew.";

    private final Gson gson = JsonTypes.register(new GsonBuilder()).setPrettyPrinting().disableHtmlEscaping().create();
    private final Path file;

    /** @param folder the run */
    public RunRecordFile(RunFolder folder) {
        file = folder.record();
    }

    /**
     * Reads the record.
     *
     * @throws ReportedException if it is missing, damaged, or of a later format
     */
    public RunRecord read() {
        RunRecord record = parse(text());
        if (record.format() > RunRecord.FORMAT) {
            throw unreadable("The run was written by a newer version of Vesalius.",
                    "Open it with that version or a later one.");
        }
        return record;
    }

    /**
     * Replaces the record.
     *
     * @throws IOException if it can't be written; the record is then as before
     */
    public void write(RunRecord record) throws IOException {
        new AtomicFile(file).writeText(gson.toJson(record) + "\n");
    }

    /**
     * Reads, changes and replaces the record.
     *
     * @return the record as it is now
     * @throws IOException if it can't be written
     */
    public RunRecord update(UnaryOperator<RunRecord> change) throws IOException {
        RunRecord record = change.apply(read());
        write(record);
        return record;
    }

    private RunRecord parse(String text) {
        try {
            RunRecord record = gson.fromJson(text, RunRecord.class);
            if (record != null) {
                return record;
            }
        } catch (RuntimeException e) {
            // gson throws many kinds; whichever it is, the record is damaged
            throw unreadable(DAMAGED, RESTORE, e);
        }
        throw unreadable(DAMAGED, RESTORE);
    }

    private String text() {
        try {
            if (Files.size(file) > LARGEST_BYTES) {
                throw unreadable(DAMAGED, RESTORE);
            }
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (NoSuchFileException e) {
            throw unreadable("This folder is no run: it has no " + RunFolder.RECORD + ".",
                    "Give the folder of a run, as the last line of its training named it.", e);
        } catch (IOException e) {
            throw unreadable("The run record can't be read.", "Check the permissions of the file.", e);
        }
    }

    private ReportedException unreadable(String message, String remedy) {
        return new ReportedException(ErrorKind.INVALID_INPUT, message, file, remedy);
    }

    private ReportedException unreadable(String message, String remedy, Exception cause) {
        return new ReportedException(ErrorKind.INVALID_INPUT, message, file, remedy, cause);
    }
}
