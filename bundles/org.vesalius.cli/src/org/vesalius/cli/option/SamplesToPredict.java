// SPDX-License-Identifier: EPL-2.0
package org.vesalius.cli.option;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.vesalius.cli.context.CliContext;
import org.vesalius.core.ErrorKind;
import org.vesalius.core.ReportedException;
import org.vesalius.dataset.Subset;
import org.vesalius.dataset.importer.kind.FolderEntries;
import org.vesalius.experiment.run.PredictionQuestion;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** What a user wants to be predicted beside files: a table or a data set. */
public final class SamplesToPredict {
    /** How the names of volumes and signals end; the second file of a pair is found by the first. */
    private static final List<String> ARRAYS = List.of(".nii", ".nii.gz", ".hdr", ".npy", ".npz", ".edf", ".hea");

    @ArgGroup(exclusive = false)
    private Table table;

    @ArgGroup(exclusive = false)
    private Data data;

    /** The rows of a table. */
    static final class Table {
        @Option(names = "--table", required = true, paramLabel = "FILE", description = "A table (CSV, TSV, XLSX, ARFF) with "
                + "the columns that the network was trained on, by their headings; paths in it are relative to its folder.")
        private Path file;

        @Option(names = "--id", paramLabel = "COLUMN", description = "The column of the table that names the rows in the "
                + "predictions. Default: 'sample', or the lines where there is none.")
        private String id;
    }

    /** The samples of a data set. */
    static final class Data {
        @Option(names = "--data", required = true, paramLabel = "DATASET", description = "A data set with the columns that "
                + "the network was trained on.")
        private Path folder;

        @Option(names = "--subset", paramLabel = "SUBSET", description = "Of a data set only train, validation or test.")
        private Subset subset;
    }

    /** Whether there is a table or a data set. */
    public boolean given() {
        return table != null || data != null;
    }

    /**
     * The question to the model.
     *
     * @param files what is asked about where there is neither a table nor a data set
     * @throws ReportedException if a folder can't be read or holds nothing
     */
    public PredictionQuestion question(List<Path> files, CliContext context) {
        if (table != null) {
            return PredictionQuestion.ofTable(context.resolve(table.file), Optional.ofNullable(table.id));
        }
        return data != null ? PredictionQuestion.ofDataset(context.resolve(data.folder), Optional.ofNullable(data.subset))
                : PredictionQuestion.ofFiles(files.stream().map(context::resolve).flatMap(SamplesToPredict::files).toList());
    }

    private static Stream<Path> files(Path given) {
        if (!Files.isDirectory(given)) {
            return Stream.of(given);
        }
        try {
            List<Path> files = new ArrayList<>(FolderEntries.of(given));
            files.removeIf(file -> !isSample(file));
            if (files.isEmpty()) {
                throw new ReportedException(ErrorKind.INVALID_INPUT, "There is no image, volume or signal in this folder",
                        given, "Give a folder that holds them itself and not in folders in it, or a data set with --data");
            }
            return files.stream();
        } catch (IOException e) {
            throw new ReportedException(ErrorKind.INVALID_INPUT, "The folder can't be read", given,
                    "Check its permissions", e);
        }
    }

    private static boolean isSample(Path file) {
        String name = FolderEntries.name(file).toLowerCase(Locale.ROOT);
        return FolderEntries.isImage(file) || FolderEntries.reasonAgainst(file).isEmpty() && Files.isRegularFile(file)
                && ARRAYS.stream().anyMatch(name::endsWith);
    }
}
