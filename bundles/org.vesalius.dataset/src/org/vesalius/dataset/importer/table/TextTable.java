// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset.importer.table;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.concurrent.CancellationException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.vesalius.core.English;
import org.vesalius.core.ReportedException;
import org.vesalius.core.progress.Progress;
import org.vesalius.dataset.NumberText;

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
            return error.because("The table is damaged: " + (cause.getMessage() == null ? "its end is missing"
                    : cause.getMessage().replaceAll("\\(.*", "").strip()) + ".",
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

/** How a table is written as text. */
record TextFormat(Charset charset, char separator, char quote) {
    private static final char[] SEPARATORS = {',', ';', '\t', '|'};
    private static final int LOOKED_AT = 200;

    static TextFormat of(String sample, Charset charset, TextSettings settings) {
        char quote = settings.quote().orElse('"');
        if (settings.separator().isPresent()) {
            return new TextFormat(charset, settings.separator().get(), quote);
        }
        TextFormat best = new TextFormat(charset, ',', quote);
        double most = 0;
        for (char separator : SEPARATORS) {
            TextFormat format = new TextFormat(charset, separator, quote);
            List<List<String>> rows = format.rows(sample);
            if (decimalCommas(rows)) {
                return format;
            }
            double score = score(rows);
            if (score > most) {
                most = score;
                best = format;
            }
        }
        return best;
    }

    /** Whether all below the first row are numbers, some with decimal commas, which would divide rows as well. */
    private static boolean decimalCommas(List<List<String>> rows) {
        int columns = rows.isEmpty() ? 0 : rows.get(0).size();
        List<String> below = rows.stream().skip(1).flatMap(List::stream).map(String::strip).filter(text -> !text.isEmpty())
                .toList();
        return columns > 1 && rows.stream().allMatch(row -> row.size() == columns)
                && below.stream().allMatch(NumberText::isNumberWithComma)
                && below.stream().anyMatch(text -> text.indexOf(',') >= 0);
    }

    /** How many values the rows have, times the share of rows that have so many; nothing for rows of one value. */
    private static double score(List<List<String>> rows) {
        Map<Integer, Integer> counts = new HashMap<>();
        rows.forEach(row -> counts.merge(row.size(), 1, Integer::sum));
        double best = 0;
        for (Map.Entry<Integer, Integer> count : counts.entrySet()) {
            double share = (double) count.getValue() / rows.size();
            best = Math.max(best, count.getKey() < 2 ? 0 : share * share * (1 + Math.log(count.getKey())));
        }
        return best;
    }

    /** The first rows; a row that the sample cuts off is not among them. */
    List<List<String>> rows(String sample) {
        List<List<String>> rows = new ArrayList<>();
        try (CSVParser parser = CSVParser.parse(sample, parser())) {
            for (CSVRecord row : parser) {
                rows.add(Arrays.asList(row.values()));
                if (rows.size() > LOOKED_AT) {
                    break;
                }
            }
        } catch (IOException | UncheckedIOException e) {
            // with this separator the quotes make no sense; what was read counts
        }
        if (rows.size() > 1 && rows.size() <= LOOKED_AT && sample.length() >= Encoding.SAMPLE) {
            rows.remove(rows.size() - 1);
        }
        return rows;
    }

    CSVFormat parser() {
        return CSVFormat.DEFAULT.builder().setDelimiter(separator)
                .setQuote(quote == TextSettings.NO_QUOTE ? null : quote).get();
    }

    String words(boolean header) {
        String name = switch (separator) {
            case ',' -> "commas";
            case ';' -> "semicolons";
            case '\t' -> "tabs";
            case ' ' -> "blanks";
            default -> "'" + separator + "'";
        };
        return "Read as text in " + charset.name() + ", separated by " + name
                + (header ? ", headings in the first row" : ", without headings");
    }
}

/** How the text of a file is encoded: by its byte order mark, else UTF-8, else what Windows of the west writes. */
record Encoding(Path file) {
    /** How many characters tell how a table is written. */
    static final int SAMPLE = 1 << 18;
    private static final int FIRST_ROW = 1 << 22;
    private static final String WINDOWS = "windows-1252";

    Charset charset(Progress progress) throws IOException {
        byte[] start;
        try (InputStream in = Files.newInputStream(file)) {
            start = in.readNBytes(4);
        }
        if (start.length > 1 && (start[0] & start[1] & 0xFE) == 0xFE && start[0] != start[1]) {
            return StandardCharsets.UTF_16;
        }
        if (start.length > 3 && start[1] == 0 && start[3] == 0) {
            return StandardCharsets.UTF_16LE;
        }
        return isUtf8(progress) ? StandardCharsets.UTF_8 : Charset.forName(WINDOWS);
    }

    private boolean isUtf8(Progress progress) throws IOException {
        char[] buffer = new char[1 << 16];
        try (Reader reader = reader(StandardCharsets.UTF_8)) {
            while (reader.read(buffer) >= 0) {
                // reading is the check
                if (progress.cancelled()) {
                    throw new CancellationException("cancelled by the user");
                }
            }
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    /** The text without its byte order mark; what is malformed is an error. */
    Reader reader(Charset charset) throws IOException {
        BufferedReader reader = new BufferedReader(new InputStreamReader(Files.newInputStream(file), charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT).onUnmappableCharacter(CodingErrorAction.REPORT)), 1 << 16);
        reader.mark(1);
        if (reader.read() != '\uFEFF') {
            reader.reset();
        }
        return reader;
    }

    /** The beginning of the text. */
    String sample(Charset charset) throws IOException {
        try (Reader reader = reader(charset)) {
            StringBuilder text = new StringBuilder();
            char[] buffer = new char[1 << 14];
            while (text.length() < SAMPLE || text.length() < FIRST_ROW && !endsARow(text)) {
                int read = reader.read(buffer);
                if (read < 0) {
                    return text.toString();
                }
                text.append(buffer, 0, read);
            }
            if (!endsARow(text)) {
                throw new TableError(file).because("The first row is longer than " + (FIRST_ROW >> 20) + " million characters.",
                        "Check that this is a table with one row a line.");
            }
            return text.toString();
        }
    }

    private static boolean endsARow(StringBuilder text) {
        return text.indexOf("\n") >= 0 || text.indexOf("\r") >= 0;
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

/** The headings of a table. */
record Headings(List<String> names, boolean inFile, List<String> remarks) {
    private static final int MAX_COLUMNS = 10_000;
    private static final int FEW = 3;

    /** Of the first rows of a file. */
    static Headings of(List<List<String>> rows, Optional<Boolean> told, TableError error) {
        List<String> first = rows.get(0);
        int columns = columns(rows);
        if (columns > MAX_COLUMNS) {
            throw error.because("There are " + columns + " columns; a data set holds " + MAX_COLUMNS + " at most.",
                    "Leave out those that are not needed; signals with a value a column are imported as sequences.");
        }
        boolean header = told.orElseGet(() -> names(rows));
        List<String> names = new ArrayList<>();
        List<String> remarks = new ArrayList<>();
        for (int i = 0; i < columns; i++) {
            String name = header && i < first.size() ? first.get(i).strip() : "";
            names.add(unique(name.isEmpty() ? "column " + (i + 1) : name.replaceAll("\\s+", " "), names, remarks));
        }
        return new Headings(List.copyOf(names), header, remarks);
    }

    /** Whether the first row holds names: no number, names above numbers, or the numbers of the columns. */
    private static boolean names(List<List<String>> rows) {
        List<String> first = rows.get(0).stream().map(String::strip).toList();
        if (first.stream().allMatch(String::isEmpty)) {
            return false;
        }
        return first.stream().noneMatch(Headings::number) || counted(rows) || rows.size() > FEW
                && IntStream.range(0, first.size()).anyMatch(column -> aboveNumbers(rows, column));
    }

    private static boolean number(String text) {
        return NumberText.isNumber(text) || NumberText.isNumberWithComma(text);
    }

    /** As tables without names are saved by some programs: 0, 1, 2 … Few of them may well be values, if those below are alike. */
    private static boolean counted(List<List<String>> rows) {
        List<String> first = rows.get(0).stream().map(String::strip).toList();
        return first.size() > 1 && IntStream.range(0, first.size()).allMatch(i -> first.get(i).equals(String.valueOf(i)))
                && (first.size() > FEW || rows.size() > 1 && IntStream.range(0, first.size())
                        .anyMatch(column -> rows.stream().skip(1).allMatch(row -> differs(row, column))));
    }

    /** Whether a cell is of another kind than the number of a column; of two columns 0.1, 0.2 may follow on 0. */
    private static boolean differs(List<String> row, int column) {
        String text = column < row.size() ? row.get(column).strip() : "";
        return !text.isEmpty() && !ColumnFacts.isMark(text) && (row.size() < FEW ? !number(text) : !text.matches("[+-]?\\d+"));
    }

    private static boolean aboveNumbers(List<List<String>> rows, int column) {
        String name = rows.get(0).get(column).strip();
        return !name.isEmpty() && !number(name) && !ColumnFacts.isMark(name) && rows.stream().skip(1)
                .allMatch(row -> row.size() > column && number(row.get(column).strip()));
    }

    /** As many as the first row has, without empty ones at its end that are empty in the rows below as well. */
    private static int columns(List<List<String>> rows) {
        int columns = rows.get(0).size();
        while (columns > 1 && emptyFrom(rows, columns - 1)) {
            columns--;
        }
        return columns;
    }

    private static boolean emptyFrom(List<List<String>> rows, int column) {
        return rows.stream().allMatch(row -> row.size() <= column || row.get(column).isBlank());
    }

    private static String unique(String name, List<String> before, List<String> remarks) {
        String unique = name;
        for (int i = 2; before.contains(unique); i++) {
            unique = name + " " + i;
        }
        if (!unique.equals(name)) {
            remarks.add("There are two columns '" + name + "'; the later is called '" + unique + "'");
        }
        return unique;
    }
}
