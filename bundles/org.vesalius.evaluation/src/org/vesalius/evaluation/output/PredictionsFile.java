// SPDX-License-Identifier: EPL-2.0
package org.vesalius.evaluation.output;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.CSVRecord;
import org.vesalius.core.English;
import org.vesalius.core.ErrorKind;
import org.vesalius.core.ReportedException;
import org.vesalius.core.io.AtomicFile;
import org.vesalius.evaluation.Prediction;
import org.vesalius.evaluation.Predictions;

/**
 * Predictions as a CSV file with the columns sample, part, and those of each output ({@link AnswerColumns}). Where there
 * are several outputs, a heading begins with the name of its output and a colon.
 *
 * <p>The last column is {@code format}, the same number in each row. Format 3 was of one output that told categories.
 * Versions before left the number out, and before that wrote the scores only, and {@code score} where there are two
 * categories; such files are read too.
 */
public final class PredictionsFile {
    /** What this version writes. */
    private static final int FORMAT = 4;
    private static final String FORMAT_COLUMN = "format";
    private static final String SAMPLE = "sample";
    private static final String PART = "part";
    private static final CSVFormat CSV = CSVFormat.RFC4180.builder().setRecordSeparator('\n').get();
    private static final long MAX_BYTES = 1L << 30;

    private final Path file;

    /** @param file where the predictions are or will be; nothing is read or written yet */
    public PredictionsFile(Path file) {
        this.file = Objects.requireNonNull(file, "file");
    }

    /** Takes rows. */
    public interface Rows {
        /**
         * Adds a row.
         *
         * @param sample id of the sample
         * @param part the part of the data set it belongs to; empty if to none
         * @param answers what each output says
         * @throws IOException if it can't be written
         */
        void add(String sample, String part, List<Answer> answers) throws IOException;
    }

    /** Writes rows. */
    @FunctionalInterface
    public interface RowWriter {
        /**
         * Gives all rows.
         *
         * @throws IOException if one can't be written
         */
        void writeTo(Rows rows) throws IOException;
    }

    /**
     * Replaces the file as a whole.
     *
     * @param outputs what the outputs are asked for
     * @param writer gives the rows; whatever it throws leaves the file as it was
     * @throws IOException if it can't be written; the file is then as it was
     */
    public void write(List<OutputKind> outputs, RowWriter writer) throws IOException {
        new AtomicFile(file).write(out -> print(outputs, writer, out));
    }

    private static void print(List<OutputKind> outputs, RowWriter writer, OutputStream out) throws IOException {
        CSVPrinter printer = new CSVPrinter(new OutputStreamWriter(out, StandardCharsets.UTF_8), CSV);
        List<AnswerColumns> columns = outputs.stream().map(OutputKind::columns).toList();
        List<Object> headings = new ArrayList<>(List.of(SAMPLE, PART));
        for (int i = 0; i < columns.size(); i++) {
            String prefix = outputs.size() > 1 ? prefix(outputs.get(i).output()) : "";
            columns.get(i).headings().forEach(heading -> headings.add(prefix + heading));
        }
        headings.add(FORMAT_COLUMN);
        printer.printRecord(headings);
        writer.writeTo((sample, part, answers) -> {
            List<Object> cells = new ArrayList<>(List.of(sample, part));
            for (int i = 0; i < columns.size(); i++) {
                cells.addAll(columns.get(i).cells(answers.get(i)));
            }
            cells.add(FORMAT);
            printer.printRecord(cells);
        });
        printer.flush();
    }

    /**
     * Reads what all outputs say.
     *
     * @param outputs what they are asked for
     * @param rows takes each row; an output that a file does not tell enough of has no answer in any of them
     * @throws ReportedException with file, line and remedy if it is missing, too large or wrong
     */
    public void read(List<OutputKind> outputs, KeptRows rows) {
        try (BufferedReader reader = open(); CSVParser parser = CSVParser.parse(reader, CSV)) {
            Iterator<CSVRecord> records = parser.iterator();
            List<String> headings = records.hasNext() ? records.next().toList() : List.of();
            List<AnswerReader> readers = outputs.stream()
                    .map(output -> new AnswerReader(output, outputs.size() > 1 ? prefix(output.output()) : "", headings)).toList();
            while (records.hasNext()) {
                CSVRecord row = records.next();
                requireKnownFormat(headings, row);
                if (row.size() != headings.size()) {
                    throw invalid("Line " + parser.getCurrentLineNumber() + ": it has "
                            + English.quantity(row.size(), "value") + " instead of " + headings.size() + ".");
                }
                rows.add(row.get(0), row.get(1),
                        readers.stream().map(one -> one.answer(row, parser.getCurrentLineNumber())).toList());
            }
        } catch (IOException | UncheckedIOException e) {
            throw unreadable(e);
        }
    }

    /** Takes rows that were kept. */
    @FunctionalInterface
    public interface KeptRows {
        /**
         * A row.
         *
         * @param sample id of the sample
         * @param part the part of the data set it belongs to; empty if to none
         * @param answers of each output
         */
        void add(String sample, String part, List<Optional<KeptAnswer>> answers);
    }

    private static String prefix(String output) {
        return output + ":";
    }

    /**
     * Reads what the only output, which tells categories, says.
     *
     * @param categories the categories in the order of their numbers, at least two
     * @throws ReportedException with file, line and remedy if it is missing, too large or wrong
     */
    public Predictions read(List<String> categories) {
        return read(new CategoryReader(categories, ""));
    }

    /**
     * Reads what one of several outputs, which tells categories, says.
     *
     * @param output name of the output
     * @param categories the categories in the order of their numbers, at least two
     * @throws ReportedException with file, line and remedy if it is missing, too large or wrong
     */
    public Predictions read(String output, List<String> categories) {
        return read(new CategoryReader(categories, prefix(output)));
    }

    private Predictions read(CategoryReader wanted) {
        try (BufferedReader reader = open(); CSVParser parser = CSVParser.parse(reader, CSV)) {
            Iterator<CSVRecord> records = parser.iterator();
            List<String> headings = records.hasNext() ? records.next().toList() : List.of();
            List<Prediction> rows = new ArrayList<>();
            int[] places = null;
            while (records.hasNext()) {
                CSVRecord row = records.next();
                if (places == null) {
                    requireKnownFormat(headings, row);
                    places = wanted.places(headings);
                }
                rows.add(wanted.prediction(row, places, headings.size(), parser.getCurrentLineNumber()));
            }
            if (places == null && !headings.isEmpty()) {
                wanted.places(headings);
            }
            return new Predictions(wanted.categories, rows);
        } catch (IOException | UncheckedIOException e) {
            throw unreadable(e);
        }
    }

    private ReportedException unreadable(Exception cause) {
        return new ReportedException(ErrorKind.INVALID_INPUT, "The predictions can't be read.", file,
                "Check that the file exists and is an undamaged CSV file in UTF-8.", cause);
    }

    private BufferedReader open() throws IOException {
        if (Files.size(file) > MAX_BYTES) {
            throw invalid("The file is larger than " + (MAX_BYTES >> 20) + " MiB.");
        }
        return new BufferedReader(new InputStreamReader(Files.newInputStream(file),
                StandardCharsets.UTF_8.newDecoder()));
    }

    private void requireKnownFormat(List<String> headings, CSVRecord row) {
        int last = headings.size() - 1;
        if (headings.get(last).equals(FORMAT_COLUMN) && row.size() == headings.size()
                && row.get(last).matches("[0-9]{1,9}") && Integer.parseInt(row.get(last)) > FORMAT) {
            throw new ReportedException(ErrorKind.INVALID_INPUT,
                    "The predictions were written by a newer version of Vesalius.", file,
                    "Read them with that version or a later one.");
        }
    }

    private ReportedException invalid(String message) {
        return new ReportedException(ErrorKind.INVALID_INPUT, message, file,
                "Evaluate the run again to write the file anew.");
    }

    /** Reads the columns of one output of any task. */
    private final class AnswerReader {
        private final AnswerColumns columns;
        private final int[] places;

        AnswerReader(OutputKind output, String prefix, List<String> found) {
            columns = columns(output, prefix, found);
            List<String> headings = columns.headings().stream().map(heading -> prefix + heading).toList();
            places = headings.stream().mapToInt(found::indexOf).toArray();
            List<String> later = columns.later().stream().map(heading -> prefix + heading).toList();
            if (IntStream.range(0, places.length).anyMatch(i -> places[i] < 0 && !later.contains(headings.get(i)))) {
                throw invalid("The headings should be " + String.join(",", headings) + " and others.");
            }
        }

        /** Intervals of time have the names that they were fitted with, which only the headings tell. */
        private static AnswerColumns columns(OutputKind output, String prefix, List<String> found) {
            String survival = prefix + HazardColumns.SURVIVAL;
            return output.columns() instanceof HazardColumns ? new HazardColumns(found.stream()
                    .filter(heading -> heading.startsWith(survival)).map(heading -> heading.substring(survival.length()))
                    .toList()) : output.columns();
        }

        Optional<KeptAnswer> answer(CSVRecord row, long line) {
            try {
                return columns.answer(IntStream.of(places).mapToObj(place -> place < 0 ? "" : row.get(place)).toList());
            } catch (IllegalArgumentException e) {
                throw invalid("Line " + line + ": it holds what no output says.");
            }
        }
    }

    /** Reads the columns of one output that tells categories. */
    private final class CategoryReader {
        private static final int LABEL = 2;
        private static final int FIRST_SCORE = 3;

        private final List<String> categories;
        private final List<String> headings;
        private final String prefix;

        CategoryReader(List<String> categories, String prefix) {
            this.categories = List.copyOf(categories);
            this.prefix = prefix;
            headings = new ArrayList<>(List.of(SAMPLE, PART));
            new AnswerColumns.Categories(categories).headings().stream()
                    .filter(heading -> heading.equals("label") || heading.startsWith("score:"))
                    .forEach(heading -> headings.add(prefix + heading));
        }

        /** Where sample, part, label and scores stand. */
        int[] places(List<String> found) {
            int[] places = headings.stream().mapToInt(found::indexOf).toArray();
            if (places.length == FIRST_SCORE + 1 && places[FIRST_SCORE] < 0) {
                // as the first version wrote the score of the second of two
                places[FIRST_SCORE] = found.indexOf(prefix + "score");
            }
            for (int place : places) {
                if (place < 0) {
                    throw invalid("The headings should be " + String.join(",", headings) + " and others.");
                }
            }
            return places;
        }

        Prediction prediction(CSVRecord row, int[] places, int columns, long line) {
            if (row.size() != columns) {
                throw invalid("Line " + line + ": it has " + English.quantity(row.size(), "value") + " instead of "
                        + columns + ".");
            }
            String label = row.get(places[LABEL]);
            if (!label.isEmpty() && !categories.contains(label)) {
                throw invalid("Line " + line + ": the label is none of " + String.join(", ", categories) + ".");
            }
            double[] values = new double[places.length - FIRST_SCORE];
            for (int i = 0; i < values.length; i++) {
                values[i] = score(row.get(places[FIRST_SCORE + i]), line);
            }
            return new Prediction(row.get(places[0]), row.get(places[1]), label, values);
        }

        private double score(String text, long line) {
            try {
                return Double.parseDouble(text);
            } catch (NumberFormatException e) {
                throw invalid("Line " + line + ": a score is no number.");
            }
        }
    }
}
