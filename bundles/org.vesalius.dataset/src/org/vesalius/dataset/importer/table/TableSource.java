// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset.importer.table;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.vesalius.core.ErrorKind;
import org.vesalius.core.ReportedException;
import org.vesalius.core.progress.Progress;

/** A file that holds a table, read from its beginning to its end. */
interface TableSource {

    /** The file. */
    Path file();

    /** The headings of the columns; found out or made up where the file has none. */
    List<String> headings();

    /** What was found out about the file, for the user. */
    List<String> remarks();

    /**
     * Reads the rows below the headings.
     *
     * @throws ReportedException if the file is damaged or larger than anything useful
     */
    void rows(RowSink sink);

    /** Takes rows. */
    @FunctionalInterface
    interface RowSink {

        /**
         * Takes a row.
         *
         * @param line the line of the file that it begins in, from 1
         * @param values without blanks around them, as many as there are columns
         * @return whether to go on
         */
        boolean row(long line, List<String> values);
    }
}

/** The errors of one file, all told in the same way and without what stands in it. */
record TableError(Path file) {

    ReportedException because(String message, String remedy) {
        return new ReportedException(ErrorKind.INVALID_INPUT, message, file, remedy);
    }

    ReportedException atLine(long line, String message, String remedy) {
        return because("Line " + line + ": " + message, remedy);
    }

    ReportedException unreadable(IOException cause) {
        return new ReportedException(ErrorKind.INVALID_INPUT, "The file can't be read.", file,
                "Check that it is still there, may be read and is whole.", cause);
    }
}

/**
 * Chooses how a file is read by what it begins with and how its name ends.
 *
 * @param settings what the user said about text files and sheets
 */
record TableFiles(TextSettings settings) {
    private static final byte[] ZIP = {'P', 'K', 3, 4};
    private static final int[] OLD_EXCEL = {0xD0, 0xCF, 0x11, 0xE0};
    private static final long MAX_BYTES = 1L << 30;

    /**
     * Opens a file; what it is and its headings are known then.
     *
     * @throws ReportedException if it is missing, too large, or no table
     */
    TableSource open(Path file, Progress progress) {
        TableError error = new TableError(file);
        if (!Files.isRegularFile(file)) {
            throw error.because(Files.isDirectory(file) ? "This is a folder, no file." : "There is no such file.",
                    "Give a table: CSV, TSV, XLSX or ARFF.");
        }
        try {
            if (Files.size(file) > MAX_BYTES) {
                throw error.because("The file is larger than " + (MAX_BYTES >> 20) + " MiB.",
                        "Leave out columns and rows that are not needed, or divide the table.");
            }
            byte[] start = start(file);
            refuse(start, error);
            if (begins(start)) {
                return XlsxTable.open(file, settings);
            }
            return file.toString().toLowerCase(Locale.ROOT).endsWith(".arff") ? ArffTable.open(file)
                    : TextTable.open(file, settings, progress);
        } catch (IOException e) {
            throw error.unreadable(e);
        }
    }

    private static byte[] start(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(ZIP.length);
        }
    }

    private static boolean begins(byte[] start) {
        return Arrays.equals(start, ZIP);
    }

    private static void refuse(byte[] start, TableError error) {
        if (start.length == 0) {
            throw error.because("The file is empty.", "Check that it is the right one.");
        }
        boolean old = start.length == OLD_EXCEL.length;
        for (int i = 0; old && i < OLD_EXCEL.length; i++) {
            old = (start[i] & 0xFF) == OLD_EXCEL[i];
        }
        if (old) {
            throw error.because("This is a workbook of Excel 97 to 2003 (.xls), which is not read.",
                    "Save it as .xlsx or CSV.");
        }
    }
}
