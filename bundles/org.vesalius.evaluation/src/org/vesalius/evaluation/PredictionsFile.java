// SPDX-License-Identifier: EPL-2.0
package org.vesalius.evaluation;

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
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.CSVRecord;
import org.vesalius.core.English;
import org.vesalius.core.ErrorKind;
import org.vesalius.core.ReportedException;
import org.vesalius.core.io.AtomicFile;

/**
 * Predictions as a CSV file with the columns sample, part, label, the scores, and the category that the sample is taken
 * for. Where there are two categories the columns are {@code score:<second category>}, its probability,
 * {@code decision} and {@code threshold}, from which score on the second is decided for; otherwise
 * {@code score:<category>} for each, and {@code decision}, the one with the highest score. A sample whose scores are
 * not all numbers has no decision.
 *
 * <p>The last column is {@code format}, the same number in each row. Earlier versions left it out, and before that
 * wrote the scores only, and {@code score} where there are two categories; such files are read too.
 */
public final class PredictionsFile {
    /** What this version writes. */
    private static final int FORMAT = 3;
    private static final String FORMAT_COLUMN = "format";
    private static final CSVFormat CSV = CSVFormat.RFC4180.builder().setRecordSeparator('\n').get();
    private static final List<String> LEADING = List.of("sample", "part", "label");
    private static final long MAX_BYTES = 1L << 30;

    private final Path file;
    private final List<String> categories;
    private final List<String> scores;
    private final List<String> decision;

    /**
     * Names the file; nothing is read or written yet.
     *
     * @param file where the predictions are or will be
     * @param categories the categories in the order of their numbers, at least two
     */
    public PredictionsFile(Path file, List<String> categories) {
        this.file = file;
        this.categories = List.copyOf(categories);
        boolean binary = categories.size() == 2;
        this.scores = (binary ? categories.subList(1, 2) : categories).stream().map(category -> "score:" + category)
                .toList();
        this.decision = binary ? List.of("decision", "threshold") : List.of("decision");
    }

    /**
     * Replaces the file as a whole.
     *
     * @throws IOException if it can't be written; the file is then as it was
     */
    public void write(Predictions predictions) throws IOException {
        if (!predictions.categories().equals(categories)) {
            throw new IllegalArgumentException("predictions of other categories than the file's");
        }
        new AtomicFile(file).write(out -> print(predictions.rows(), out));
    }

    private void print(List<Prediction> rows, OutputStream out) throws IOException {
        CSVPrinter printer = new CSVPrinter(new OutputStreamWriter(out, StandardCharsets.UTF_8), CSV);
        printer.printRecord(joined(LEADING, scores, decision, List.of(FORMAT_COLUMN)));
        for (Prediction row : rows) {
            List<Object> values = new ArrayList<>(List.of(row.sample(), row.subset(), row.label()));
            for (double score : row.scores()) {
                values.add(score);
            }
            values.add(decision(row.scores()));
            if (decision.size() == 2) {
                values.add(Evaluation.THRESHOLD);
            }
            values.add(FORMAT);
            printer.printRecord(values);
        }
        printer.flush();
    }

    private String decision(double[] values) {
        return DoubleStream.of(values).anyMatch(Double::isNaN) ? "" : categories.get(Decision.of(values));
    }

    @SafeVarargs
    private static List<String> joined(List<String>... lists) {
        return Stream.of(lists).flatMap(List::stream).toList();
    }

    /**
     * Reads the file.
     *
     * @throws ReportedException with file, line and remedy if it is missing, too large or wrong
     */
    public Predictions read() {
        try (BufferedReader reader = open(); CSVParser parser = CSVParser.parse(reader, CSV)) {
            List<Prediction> rows = new ArrayList<>();
            Iterator<CSVRecord> records = parser.iterator();
            List<String> headings = records.hasNext() ? records.next().toList() : List.of();
            while (records.hasNext()) {
                CSVRecord row = records.next();
                if (rows.isEmpty()) {
                    requireKnownFormat(headings, row);
                    requireHeadings(headings);
                }
                rows.add(prediction(row, headings.size(), parser.getCurrentLineNumber()));
            }
            if (rows.isEmpty() && !headings.isEmpty()) {
                requireHeadings(headings);
            }
            return new Predictions(categories, rows);
        } catch (IOException | UncheckedIOException e) {
            throw new ReportedException(ErrorKind.INVALID_INPUT, "The predictions can't be read.", file,
                    "Check that the file exists and is an undamaged CSV file in UTF-8.", e);
        }
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

    private void requireHeadings(List<String> found) {
        List<String> second = joined(LEADING, scores, decision);
        List<String> first = joined(LEADING, scores.size() == 1 ? List.of("score") : scores);
        List<String> wanted = joined(second, List.of(FORMAT_COLUMN));
        if (!found.equals(wanted) && !found.equals(second) && !found.equals(first)) {
            throw invalid("The headings should be " + String.join(",", wanted) + ".");
        }
    }

    private Prediction prediction(CSVRecord row, int columns, long line) {
        if (row.size() != columns) {
            throw invalid("Line " + line + ": it has " + English.quantity(row.size(), "value") + " instead of " + columns + ".");
        }
        String label = row.get(2);
        if (!label.isEmpty() && !categories.contains(label)) {
            throw invalid("Line " + line + ": the label is none of " + String.join(", ", categories) + ".");
        }
        double[] values = new double[scores.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = score(row.get(LEADING.size() + i), line);
        }
        return new Prediction(row.get(0), row.get(1), label, values);
    }

    private double score(String text, long line) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            throw invalid("Line " + line + ": a score is no number.");
        }
    }

    private ReportedException invalid(String message) {
        return new ReportedException(ErrorKind.INVALID_INPUT, message, file,
                "Evaluate the run again to write the file anew.");
    }
}
