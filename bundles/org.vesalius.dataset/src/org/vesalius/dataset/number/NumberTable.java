// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset.number;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.CSVRecord;
import org.vesalius.core.English;

/** Tables of numbers as CSV in UTF-8, one row a sample. */
public final class NumberTable {
    private static final CSVFormat FORMAT = CSVFormat.RFC4180.builder().setRecordSeparator('\n').get();

    private NumberTable() {
    }

    /**
     * Reads a table. A first row that holds no number at all is taken for headings.
     *
     * @return an array of rows and columns
     * @throws InvalidArrayException with the line, if a cell is no number, a row has another length, or the table or a row is
     *         too large
     * @throws IOException if it can't be read
     */
    public static NumberArray read(Path file) throws IOException {
        try (BoundedRows reader = new BoundedRows(new InputStreamReader(Files.newInputStream(file),
                StandardCharsets.UTF_8.newDecoder())); CSVParser parser = CSVParser.parse(reader, FORMAT)) {
            List<float[]> rows = new ArrayList<>();
            int columns = -1;
            for (CSVRecord row : parser) {
                reader.next();
                boolean headings = columns < 0 && row.stream().noneMatch(NumberTable::isNumber);
                columns = columns < 0 ? row.size() : columns;
                if (!headings) {
                    rows.add(numbers(row, columns, parser.getCurrentLineNumber()));
                }
                if ((long) rows.size() * columns > NpyFormat.MOST_NUMBERS) {
                    throw new InvalidArrayException("is larger than " + NpyFormat.MOST_NUMBERS + " numbers");
                }
            }
            return joined(rows, Math.max(columns, 0));
        } catch (CharacterCodingException e) {
            throw new InvalidArrayException("is no text in UTF-8");
        } catch (UncheckedIOException e) {
            if (e.getCause() instanceof InvalidArrayException told) {
                throw told;
            }
            throw new InvalidArrayException("is no CSV file");
        }
    }

    private static float[] numbers(CSVRecord row, int columns, long line) throws InvalidArrayException {
        if (row.size() != columns) {
            throw new InvalidArrayException("has " + English.quantity(row.size(), "value") + " in line " + line + " instead of " + columns);
        }
        float[] numbers = new float[columns];
        for (int i = 0; i < columns; i++) {
            if (!isNumber(row.get(i))) {
                throw new InvalidArrayException("holds no number in line " + line + ", column " + (i + 1));
            }
            numbers[i] = Float.parseFloat(text(row.get(i)));
            if (Float.isInfinite(numbers[i]) && !text(row.get(i)).endsWith("Infinity")) {
                throw new InvalidArrayException("holds a number that is too large for single precision in line " + line
                        + ", column " + (i + 1));
            }
        }
        return numbers;
    }

    private static boolean isNumber(String cell) {
        return text(cell).matches("[+-]?([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][+-]?[0-9]+)?|[+-]?Infinity|NaN");
    }

    /** Without blanks around it, and without the mark that some programs put at the begin of a file. */
    private static String text(String cell) {
        return (cell.startsWith("\uFEFF") ? cell.substring(1) : cell).strip();
    }

    private static NumberArray joined(List<float[]> rows, int columns) {
        float[] values = new float[rows.size() * columns];
        for (int i = 0; i < rows.size(); i++) {
            System.arraycopy(rows.get(i), 0, values, i * columns, columns);
        }
        return new NumberArray(new int[] {rows.size(), columns}, values);
    }

    /**
     * Writes a table whose first column names the samples; the stream stays open.
     *
     * @param headings of all columns
     * @param samples the names, one a row
     * @param numbers rows and columns
     * @throws IOException if writing fails
     */
    public static void write(List<String> headings, List<String> samples, NumberArray numbers, OutputStream out)
            throws IOException {
        CSVPrinter printer = new CSVPrinter(new OutputStreamWriter(out, StandardCharsets.UTF_8), FORMAT);
        printer.printRecord(headings);
        int columns = headings.size() - 1;
        for (int i = 0; i < samples.size(); i++) {
            List<Object> row = new ArrayList<>(List.of(samples.get(i)));
            for (int j = 0; j < columns; j++) {
                row.add(numbers.values()[i * columns + j]);
            }
            printer.printRecord(row);
        }
        printer.flush();
    }
}
