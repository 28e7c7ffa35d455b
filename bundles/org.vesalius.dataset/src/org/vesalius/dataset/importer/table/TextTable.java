// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset.importer.table;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.vesalius.core.English;
import org.vesalius.core.ReportedException;
import org.vesalius.core.progress.Progress;

/** A table as text: values separated by a sign, one row a line; lines end in LF, CR LF or CR. */
record TextTable(Path file, TextFormat format, Headings found) implements TableSource {

    /** Finds out how a file is written, as far as the user did not say. */
    static TextTable open(Path file, TextSettings settings, Progress progress) throws IOException {
        Charset charset = settings.encoding().isPresent() ? settings.encoding().get() : new Encoding(file).charset(progress);
        String sample = new Encoding(file).sample(charset);
        TextFormat format = TextFormat.of(sample, charset, settings);
        List<List<String>> rows = format.rows(sample);
        if (rows.isEmpty()) {
            throw new TableError(file).because("There is no row in it.", "Check that it is the right file.");
        }
        return new TextTable(file, format, Headings.of(rows, settings.header(), new TableError(file)));
    }

    @Override
    public List<String> headings() {
        return found.names();
    }

    @Override
    public List<String> remarks() {
        List<String> remarks = new ArrayList<>(List.of(format.words(found.inFile())));
        remarks.addAll(found.remarks());
        return remarks;
    }

    @Override
    public void rows(RowSink sink) {
        TableError error = new TableError(file);
        try (BoundedRows reader = new BoundedRows(new Encoding(file).reader(format.charset()));
                CSVParser parser = CSVParser.parse(reader, format.parser())) {
            boolean heading = found.inFile();
            long line = 1;
            for (CSVRecord row : parser) {
                reader.nextRow();
                if (!heading && !sink.row(line, values(row, line, error))) {
                    return;
                }
                heading = false;
                line = parser.getCurrentLineNumber() + 1;
            }
        } catch (UncheckedIOException e) {
            throw damaged(Objects.requireNonNull(e.getCause()), error);
        } catch (IOException e) {
            throw damaged(e, error);
        }
    }

    private ReportedException damaged(IOException cause, TableError error) {
        if (cause instanceof CharacterCodingException) {
            return error.because("The text is not in " + format.charset().name() + " throughout.",
                    "Name its encoding, such as windows-1252.");
        }
        if (cause instanceof BoundedRows.RowTooLong || !(cause instanceof FileSystemException)) {
            String said = cause.getMessage() == null ? "" : cause.getMessage().replaceAll("\\(.*", "").strip();
            return error.because("The table is damaged: " + (said.isEmpty() ? "its end is missing, or a quote is never closed" : said)
                    + ".",
                    "Look for a missing or stray quote; with the quote 'none' quotes have no meaning.");
        }
        return error.unreadable(cause);
    }

    private List<String> values(CSVRecord row, long line, TableError error) {
        int columns = found.names().size();
        List<String> values = new ArrayList<>(columns);
        for (int i = 0; i < Math.min(row.size(), columns); i++) {
            values.add(row.get(i).strip());
        }
        boolean more = false;
        for (int i = columns; i < row.size(); i++) {
            more |= !row.get(i).isBlank();
        }
        if (more || row.size() < columns) {
            throw error.atLine(line, "there " + (row.size() == 1 ? "is " : "are ") + English.quantity(row.size(), "value")
                    + " for " + English.quantity(columns, "column") + ".",
                    "Look for a missing or stray separator or quote, or name the separator.");
        }
        return values;
    }
}

/** A text whose rows may not be longer than anything useful, which a missing quote makes of the rest of a file. */
final class BoundedRows extends Reader {
    private static final int LONGEST = 1 << 23;

    private final Reader reader;
    private long inRow;

    BoundedRows(Reader reader) {
        this.reader = reader;
    }

    void nextRow() {
        inRow = 0;
    }

    @Override
    public int read(char[] buffer, int offset, int length) throws IOException {
        if (inRow > LONGEST) {
            throw new RowTooLong();
        }
        int read = reader.read(buffer, offset, Math.min(length, 1 << 16));
        inRow += Math.max(0, read);
        return read;
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }

    /** A row without an end in sight. */
    static final class RowTooLong extends IOException {
        private static final long serialVersionUID = 1L;

        RowTooLong() {
            super("a row is longer than 8 million characters");
        }
    }
}
