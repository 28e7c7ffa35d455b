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
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.CSVRecord;
import org.vesalius.core.ErrorKind;
import org.vesalius.core.ReportedException;
import org.vesalius.core.io.AtomicFile;

/**
 * Predictions as a CSV file with the columns sample, part, label and the scores: {@code score}, the probability of the
 * second category, where there are two; otherwise {@code score:<category>} for each.
 */
public final class PredictionsFile {
    private static final CSVFormat FORMAT = CSVFormat.RFC4180.builder().setRecordSeparator('\n').get();
    private static final List<String> LEADING = List.of("sample", "part", "label");
    private static final long MAX_BYTES = 1L << 30;

    private final Path file;
    private final List<String> categories;
    private final List<String> headings;

    /**
     * Names the file; nothing is read or written yet.
     *
     * @param file where the predictions are or will be
     * @param categories the categories in the order of their numbers, at least two
     */
    public PredictionsFile(Path file, List<String> categories) {
        this.file = file;
        this.categories = List.copyOf(categories);
        this.headings = new ArrayList<>(LEADING);
        if (categories.size() == 2) {
            headings.add("score");
        } else {
            categories.forEach(category -> headings.add("score:" + category));
        }
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
        CSVPrinter printer = new CSVPrinter(new OutputStreamWriter(out, StandardCharsets.UTF_8), FORMAT);
        printer.printRecord(headings);
        for (Prediction row : rows) {
            List<Object> values = new ArrayList<>(List.of(row.sample(), row.part(), row.label()));
            for (double score : row.scores()) {
                values.add(score);
            }
            printer.printRecord(values);
        }
        printer.flush();
    }

    /**
     * Reads the file.
     *
     * @throws ReportedException with file, line and remedy if it is missing, too large or wrong
     */
    public Predictions read() {
        try (BufferedReader reader = open(); CSVParser parser = CSVParser.parse(reader, FORMAT)) {
            List<Prediction> rows = new ArrayList<>();
            boolean first = true;
            for (CSVRecord row : parser) {
                if (first) {
                    requireHeadings(row.toList());
                } else {
                    rows.add(prediction(row, parser.getCurrentLineNumber()));
                }
                first = false;
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

    private void requireHeadings(List<String> found) {
        if (!found.equals(headings)) {
            throw invalid("The headings should be " + String.join(",", headings) + ".");
        }
    }

    private Prediction prediction(CSVRecord row, long line) {
        if (row.size() != headings.size()) {
            throw invalid("Line " + line + ": there are " + row.size() + " values instead of " + headings.size() + ".");
        }
        String label = row.get(2);
        if (!label.isEmpty() && !categories.contains(label)) {
            throw invalid("Line " + line + ": the label is none of " + String.join(", ", categories) + ".");
        }
        double[] scores = new double[headings.size() - LEADING.size()];
        for (int i = 0; i < scores.length; i++) {
            scores[i] = score(row.get(LEADING.size() + i), line);
        }
        return new Prediction(row.get(0), row.get(1), label, scores);
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
