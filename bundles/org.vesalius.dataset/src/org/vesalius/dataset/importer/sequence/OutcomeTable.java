// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset.importer.sequence;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CancellationException;
import org.vesalius.core.English;
import org.vesalius.core.progress.Progress;
import org.vesalius.dataset.pixel.UnreadableImageException;
import org.vesalius.dataset.sequence.text.TextLines;

/**
 * A table with a row for each sequence, joined by the id.
 *
 * @param headings of its columns but the id
 * @param numeric for each heading whether all its cells are numbers or missing
 * @param rows the cells of the headings by id
 * @param remarks what didn't match
 */
record OutcomeTable(List<String> headings, List<Boolean> numeric, Map<String, List<String>> rows, List<String> remarks) {

    /** No table. */
    static OutcomeTable none() {
        return new OutcomeTable(List.of(), List.of(), Map.of(), List.of());
    }

    /**
     * Reads the table.
     *
     * @param ids of the sequences
     * @throws org.vesalius.core.ReportedException if it has no headings, no row matches, or two rows have one id
     * @throws IOException if reading fails
     */
    static OutcomeTable of(Path file, SequenceOptions options, Set<String> ids, Progress progress) throws IOException {
        TextSample sample = TextSample.of(file, options);
        if (sample.headings().isEmpty()) {
            throw SequenceOptions.invalid("The table has no headings.", file, "Write a first line with a name for each column.");
        }
        try {
            List<List<String>> all = rows(file, sample, progress);
            int key = options.column("key").map(column -> sample.number(column, file)).orElseGet(() -> key(all, ids));
            return joined(file, sample, all, key, ids);
        } catch (UnreadableImageException e) {
            throw SequenceOptions.invalid("The table " + e.getMessage() + ".", file, "Save it anew as text in UTF-8.");
        }
    }

    private static List<List<String>> rows(Path file, TextSample sample, Progress progress) throws IOException {
        List<List<String>> rows = new ArrayList<>();
        progress.begin("Reading the table", Files.size(file));
        try (InputStream in = Files.newInputStream(file); TextLines lines = new TextLines(in)) {
            lines.next();
            while (lines.next()) {
                rows.add(sample.format().cells(lines.text()));
                progress.advance(lines.end());
                if (progress.cancelled()) {
                    throw new CancellationException("cancelled by the user");
                }
            }
        }
        return rows;
    }

    /** The column in which most sequences are found; the first of equal ones. */
    private static int key(List<List<String>> rows, Set<String> ids) {
        int width = rows.stream().mapToInt(List::size).max().orElse(0);
        int best = 1;
        int most = 0;
        for (int column = 1; column <= width; column++) {
            Set<String> matched = new HashSet<>();
            for (List<String> row : rows) {
                if (column <= row.size() && ids.contains(row.get(column - 1))) {
                    matched.add(row.get(column - 1));
                }
            }
            if (matched.size() > most) {
                best = column;
                most = matched.size();
            }
        }
        return best;
    }

    private static OutcomeTable joined(Path file, TextSample sample, List<List<String>> all, int key, Set<String> ids) {
        Map<String, List<String>> byId = new HashMap<>();
        int others = 0;
        for (int i = 0; i < all.size(); i++) {
            List<String> row = new ArrayList<>(all.get(i));
            while (row.size() < sample.headings().size()) {
                row.add("");
            }
            String id = row.remove(key - 1);
            if (!ids.contains(id)) {
                others++;
            } else if (byId.put(id, row) != null) {
                // not the id itself, which may tell who the patient is
                throw SequenceOptions.invalid("Two rows of the table have the same id in column '" + sample.heading(key)
                        + "'; the second is row " + (i + 1) + ".", file, "Leave one row for each sequence.");
            }
        }
        if (byId.isEmpty()) {
            throw SequenceOptions.invalid("No row of the table belongs to one of the " + English.quantity(ids.size(), "sequence")
                    + ", by the column '" + sample.heading(key) + "'.", file,
                    "Name the column that holds the ids with --key; the id of a sequence is the name of its file, or its cell in"
                            + " the column --id.");
        }
        List<String> headings = new ArrayList<>(sample.headings());
        headings.remove(key - 1);
        List<Boolean> numeric = numeric(sample, headings, byId);
        byId.values().forEach(row -> row.replaceAll(sample.format()::plain));
        return new OutcomeTable(headings, numeric, byId,
                remarks(sample.heading(key), byId.size(), others, ids.size()));
    }

    private static List<Boolean> numeric(TextSample sample, List<String> headings, Map<String, List<String>> rows) {
        List<Boolean> numeric = new ArrayList<>();
        for (int i = 0; i < headings.size(); i++) {
            int column = i;
            numeric.add(rows.values().stream().map(row -> row.get(column))
                    .allMatch(cell -> sample.format().isMissing(cell) || sample.format().isNumber(cell)));
        }
        return numeric;
    }

    private static List<String> remarks(String key, int joined, int others, int ids) {
        List<String> remarks = new ArrayList<>();
        remarks.add("The table was joined by '" + key + "': " + English.quantity(joined, "row") + " of it "
                + (joined == 1 ? "belongs" : "belong") + " to a sequence");
        if (others > 0) {
            remarks.add(English.quantity(others, "row") + " of the table without a sequence " + (others == 1 ? "was" : "were")
                    + " left out");
        }
        if (ids > joined) {
            remarks.add(English.quantity(ids - joined, "sequence") + " without a row in the table " + (ids - joined == 1 ? "has" : "have")
                    + " empty cells there");
        }
        return remarks;
    }

    /** The cells of a sequence by their headings; empty ones where it has no row. */
    Map<String, String> cells(String id) {
        Map<String, String> cells = new LinkedHashMap<>();
        List<String> row = rows.get(id);
        for (int i = 0; i < headings.size(); i++) {
            cells.put(headings.get(i), row == null ? "" : row.get(i));
        }
        return cells;
    }

    /** Without cells, which tell about patients. */
    @Override
    public String toString() {
        return "OutcomeTable[" + headings.size() + " columns]";
    }
}
