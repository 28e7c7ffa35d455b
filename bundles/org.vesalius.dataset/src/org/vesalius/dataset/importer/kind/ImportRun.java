// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset.importer.kind;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import org.vesalius.core.ErrorKind;
import org.vesalius.core.ReportedException;
import org.vesalius.core.check.Problem;
import org.vesalius.core.io.OutputFolder;
import org.vesalius.core.progress.Progress;
import org.vesalius.dataset.SubsetCounts;
import org.vesalius.dataset.check.standard.DatasetChecks;
import org.vesalius.dataset.check.standard.StandardChecks;
import org.vesalius.dataset.fingerprint.KeptFingerprints;
import org.vesalius.dataset.io.DatasetFiles;
import org.vesalius.dataset.parallel.Abandonable;
import org.vesalius.dataset.reader.ColumnReaders;

/** Makes a data set of what an import reads: all of it, or nothing. */
public final class ImportRun {
    private final DatasetImport files;
    private final Path out;
    private final ColumnReaders readers;

    /**
     * A run of an import.
     *
     * @param files what is read
     * @param out the folder that the data set is written to
     * @param readers those that its columns may name
     */
    public ImportRun(DatasetImport files, Path out, ColumnReaders readers) {
        this.files = Objects.requireNonNull(files, "files");
        this.out = out.toAbsolutePath().normalize();
        this.readers = Objects.requireNonNull(readers, "readers");
    }

    /**
     * Imports.
     *
     * @param progress is told how far it is
     * @throws ReportedException if a file or an option is wrong, or the data set can't be written; nothing is left behind
     * @throws CancellationException if the progress was cancelled; likewise
     */
    public ImportReport run(Progress progress) {
        refuseTarget();
        try (ImportFolder folder = new ImportFolder(out)) {
            return Abandonable.call(watched -> run(folder, watched), progress);
        }
    }

    private ImportReport run(ImportFolder folder, Progress progress) {
        ImportedData read = files.read(folder, progress);
        List<Problem> problems = new DatasetChecks(List.of(StandardChecks.atImport()), readers, KeptFingerprints.none())
                .check(folder.readable(read.dataset()), progress);
        ImportReport report = new ImportReport(read.dataset(), read.defects(), SubsetCounts.of(read.dataset()),
                read.passedOver(), read.remarks(), problems);
        if (progress.cancelled()) {
            throw new CancellationException("cancelled by the user");
        }
        folder.commit(read.dataset());
        return report;
    }

    /**
     * Looks what would come; nothing is written.
     *
     * @throws ReportedException if the files can't be read like this
     * @throws CancellationException if the progress was cancelled
     */
    public static DatasetPreview preview(DatasetImport files, Progress progress) {
        return Abandonable.call(files::preview, progress);
    }

    private void refuseTarget() {
        if (Files.exists(out.resolve(DatasetFiles.MANIFEST))) {
            throw refused("There is a data set in this folder already.",
                    "Choose another folder, or delete the data set that is there.");
        }
        if (Files.exists(out) && !Files.isDirectory(out)) {
            throw refused("This is a file, not a folder.", "Choose a folder to write the data set to.");
        }
        new OutputFolder(out).requireWritable();
        for (Path source : files.sources()) {
            if (Files.isDirectory(source) && out.startsWith(source) && !out.equals(source)) {
                throw refused("The data set can't be written among the files that it is made of.",
                        "Choose a folder outside " + source + ", or that folder itself.");
            }
        }
    }

    private ReportedException refused(String message, String remedy) {
        return new ReportedException(ErrorKind.INVALID_INPUT, message, out, remedy);
    }
}
