// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset.io;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.vesalius.core.English;
import org.vesalius.core.ReportedException;
import org.vesalius.dataset.Column;
import org.vesalius.dataset.PatientLeak;
import org.vesalius.dataset.Sample;
import org.vesalius.dataset.SampleTable;

/** Reads {@code samples.csv} and checks each row against the columns. */
final class SampleTableReader {
    private static final CSVFormat FORMAT = CSVFormat.RFC4180;
    private static final long MAX_BYTES = 1L << 30;
    /** In memory an empty value takes more than in the file, where it is a comma. */
    private static final long MAX_VALUES = 100_000_000;
    private static final Map<String, String> OTHER_SEPARATORS = Map.of(";", "semicolons", "\t", "tabs");
    private static final int UTF_16_SIGNS = 2;
    private static final int BYTE_ORDER_MARK = '\uFEFF';

    private final Path file;
    private final List<Column> columns;
    private final long maxValues;
    private final InvalidFile invalid;

    SampleTableReader(Path file, List<Column> columns) {
        this(file, columns, MAX_VALUES);
    }

    SampleTableReader(Path file, List<Column> columns, long maxValues) {
        this.maxValues = maxValues;
        this.file = file;
        this.columns = columns;
        this.invalid = new InvalidFile(file);
    }

    NumberedTable read() {
        requireSize();
        try (Reader reader = open(); CSVParser parser = CSVParser.parse(reader, FORMAT)) {
            NumberedTable table = rows(parser);
            requireNoLeak(table);
            return table;
        } catch (UncheckedIOException e) {
            throw damaged(e);
        } catch (IOException e) {
            throw invalid.unreadable(e);
        }
    }

    private ReportedException damaged(UncheckedIOException e) {
        if (e.getCause() instanceof CharacterCodingException) {
            return invalid.unreadable(e);
        }
        return invalid.because("The table is damaged: " + e.getCause().getMessage() + ".",
                "Look for a missing or stray double quote at that line.");
    }

    private void requireSize() {
        try {
            if (Files.size(file) > MAX_BYTES) {
                throw invalid.because("The file is larger than " + (MAX_BYTES >> 20) + " MiB.",
                        "Check that it is the right file, and divide the data set if it is.");
            }
        } catch (IOException e) {
            throw invalid.unreadable(e);
        }
    }

    private Reader open() throws IOException {
        requireEncoding();
        // a decoder of its own reports malformed input; the usual one would put question marks in its place
        BufferedReader reader = new BufferedReader(
                new InputStreamReader(Files.newInputStream(file), StandardCharsets.UTF_8.newDecoder()));
        reader.mark(1);
        if (reader.read() != BYTE_ORDER_MARK) {
            reader.reset();
        }
        return reader;
    }

    /** Spreadsheets save "Unicode text" in UTF-16, whose texts hold zeros. */
    private void requireEncoding() throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] start = in.readNBytes(UTF_16_SIGNS);
            boolean marked = start.length > 1 && (start[0] & start[1] & 0xFE) == 0xFE && start[0] != start[1];
            boolean zeros = start.length > 1 && (start[0] == 0 || start[1] == 0);
            if (marked || zeros) {
                throw invalid.because("The table is written in UTF-16.", "Save it as CSV in UTF-8.");
            }
        }
    }

    private NumberedTable rows(CSVParser parser) {
        RowReader rows = null;
        for (CSVRecord row : parser) {
            if (rows == null) {
                rows = new RowReader(headings(row), columns, maxValues, invalid);
            } else {
                rows.add(row, parser.getCurrentLineNumber());
            }
        }
        if (rows == null || rows.size() == 0) {
            throw invalid.because("There is no sample in it.", "Import the data again.");
        }
        NumberedTable table = rows.table();
        table.samples().repeated().ifPresent(row -> {
            throw invalid.atLine(table.line(row), "there is an earlier sample '" + table.samples().id(row) + "'.",
                    "Give each sample an id of its own.");
        });
        return table;
    }

    private List<String> headings(CSVRecord row) {
        List<String> headings = row.toList();
        requireCommas(headings);
        List<String> expected = new ArrayList<>(List.of(NumberedTable.ID_HEADING));
        columns.forEach(column -> expected.add(column.name()));
        if (headings.size() != new HashSet<>(headings).size() || !new HashSet<>(headings).containsAll(expected)) {
            throw invalid.atLine(1, "the headings are not the columns of " + DatasetFiles.MANIFEST + ".",
                    "They should be: " + String.join(",", expected) + ".");
        }
        return headings;
    }

    private void requireCommas(List<String> headings) {
        for (Map.Entry<String, String> separator : OTHER_SEPARATORS.entrySet()) {
            if (headings.size() == 1 && headings.get(0).contains(separator.getKey())) {
                throw invalid.atLine(1, "the values are separated by " + separator.getValue()
                        + ", not by commas.", "Save the table as CSV with commas, and with points in decimal numbers.");
            }
        }
    }

    private void requireNoLeak(NumberedTable table) throws ReportedException {
        PatientLeak.find(columns, table.samples()).ifPresent(leak -> {
            throw leak.asException(file, place(table, leak.first()), place(table, leak.second()));
        });
    }

    private static String place(NumberedTable table, Sample sample) {
        return "line " + table.line(table.samples().indexOf(sample));
    }
}

/** Takes the rows of a table one by one. */
final class RowReader {
    private static final int MAX_ROWS = 5_000_000;

    private final List<String> headings;
    private final int id;
    private final long maxValues;
    private final InvalidFile invalid;
    private final ValueCheck check;
    private final SampleTable.Builder table;
    private int[] lines = new int[1024];

    RowReader(List<String> headings, List<Column> columns, long maxValues, InvalidFile invalid) {
        this.headings = headings;
        this.maxValues = maxValues;
        this.invalid = invalid;
        id = headings.indexOf(NumberedTable.ID_HEADING);
        List<String> names = new ArrayList<>(headings);
        names.remove(id);
        table = new SampleTable.Builder(names);
        check = new ValueCheck(columns, names, invalid);
    }

    void add(CSVRecord row, long line) {
        if (row.size() != headings.size()) {
            throw invalid.atLine(line, "there " + (row.size() == 1 ? "is " : "are ")
                    + English.quantity(row.size(), "value") + " for " + English.quantity(headings.size(), "column") + ".",
                    "Give each row one value a column, and put values with commas into double quotes.");
        }
        List<String> values = new ArrayList<>(Arrays.asList(row.values()));
        String sample = values.remove(id);
        if (sample.isBlank()) {
            throw invalid.atLine(line, "the sample has no id.", "Give each sample an id of its own.");
        }
        check.check(values, line);
        requireFew();
        if (lines.length == table.size()) {
            lines = Arrays.copyOf(lines, 2 * lines.length);
        }
        lines[table.size()] = Math.toIntExact(line);
        table.add(sample, values);
    }

    private void requireFew() {
        if (table.size() >= MAX_ROWS) {
            throw invalid.because("There are more than " + MAX_ROWS + " samples.", "Divide the data set.");
        }
        if ((table.size() + 1L) * (headings.size() - 1) > maxValues) {
            throw invalid.because("There are more than " + maxValues + " values.",
                    "Leave out columns that are not needed, or divide the data set.");
        }
    }

    int size() {
        return table.size();
    }

    NumberedTable table() {
        return new NumberedTable(table.build(), lines);
    }
}

/** What {@code samples.csv} says: the samples, and the line of the file that each begins in. */
record NumberedTable(SampleTable samples, int[] lines) {
    /** The heading of the column that holds the samples' ids. */
    static final String ID_HEADING = "sample";

    int line(int row) {
        return lines[row];
    }
}
