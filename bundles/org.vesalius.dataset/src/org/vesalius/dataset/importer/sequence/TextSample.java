// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset.importer.sequence;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.vesalius.dataset.sequence.text.CellFormat;
import org.vesalius.dataset.sequence.text.TextLines;

/**
 * How a text is built, told from its first lines.
 *
 * @param format how lines are made of cells
 * @param headings of the columns; empty if the first line holds values already
 * @param rows the first rows of values
 */
record TextSample(CellFormat format, List<String> headings, List<List<String>> rows) {
    private static final int LINES = 200;
    private static final Map<String, Character> SEPARATORS = Map.of("comma", ',', "semicolon", ';', "tab", '\t', "bar", '|',
            "blanks", CellFormat.BLANKS);

    /**
     * Reads the first lines of a file.
     *
     * @throws IOException if reading fails
     */
    static TextSample of(Path file, SequenceOptions options) throws IOException {
        List<String> lines = new ArrayList<>();
        try (InputStream in = Files.newInputStream(file); TextLines text = new TextLines(in)) {
            while (lines.size() < LINES && text.next()) {
                lines.add(text.text());
            }
        }
        if (lines.isEmpty()) {
            throw SequenceOptions.invalid("There is nothing in this file.", file, "Name a file of sequences.");
        }
        CellFormat format = format(lines, options);
        List<List<String>> rows = new ArrayList<>(lines.stream().map(format::cells).toList());
        boolean headed = isHeadings(format, rows);
        return new TextSample(format, headed ? unique(rows.get(0)) : List.of(), rows.subList(headed ? 1 : 0, rows.size()));
    }

    private static CellFormat format(List<String> lines, SequenceOptions options) {
        CellFormat found = CellFormat.of(lines);
        String name = options.column("separator").orElse("");
        Character separator = name.isEmpty() ? Character.valueOf(found.separator()) : SEPARATORS.get(name);
        if (separator == null) {
            throw SequenceOptions.invalid("'" + name + "' is no separator.",
                    "Write comma, semicolon, tab, bar or blanks.");
        }
        Set<String> missing = new LinkedHashSet<>(found.missing());
        missing.addAll(options.request().texts("missing"));
        return new CellFormat(separator, found.decimalComma() && separator != ',', missing);
    }

    /** The later of two columns of one name gets a number, so that each can be read. */
    private static List<String> unique(List<String> headings) {
        List<String> names = new ArrayList<>();
        for (String heading : headings) {
            String name = heading;
            for (int i = 2; !heading.isBlank() && names.contains(name); i++) {
                name = heading + " " + i;
            }
            names.add(name);
        }
        return names;
    }

    /** A first line without a number, where the next one has some, or one that numbers the columns: 0, 1, 2 … */
    private static boolean isHeadings(CellFormat format, List<List<String>> rows) {
        List<String> first = rows.get(0);
        if (first.size() > 2 && rows.size() > 1 && !rows.get(1).equals(first)
                && IntStream.range(0, first.size()).allMatch(i -> first.get(i).equals(String.valueOf(i)))) {
            return true;
        }
        boolean numbers = first.stream().anyMatch(format::isNumber);
        return !numbers && (rows.size() == 1 || rows.get(1).stream().anyMatch(format::isNumber));
    }

    /** Lines before the first row of values. */
    int headerLines() {
        return headings.isEmpty() ? 0 : 1;
    }

    /** How many columns there are at most in the first rows. */
    int width() {
        return Math.max(headings.size(), rows.stream().mapToInt(List::size).max().orElse(0));
    }

    /**
     * The number of a column, from 1.
     *
     * @param column its heading, or its number
     * @throws org.vesalius.core.ReportedException if there is none
     */
    int number(String column, Path file) {
        int named = headings.indexOf(column) + 1;
        if (named > 0) {
            return named;
        }
        if (column.matches("[1-9]\\d{0,6}") && Integer.parseInt(column) <= width()) {
            return Integer.parseInt(column);
        }
        String known = headings.isEmpty() ? "It has " + width() + " columns and no headings."
                : "Its headings are " + String.join(", ", headings.stream().limit(50).toList()) + ".";
        throw SequenceOptions.invalid("There is no column '" + column + "' in this file. " + known, file,
                "Name one of its columns, by heading or by number.");
    }

    /** The heading of a column, or a name made of its number. */
    String heading(int column) {
        return column <= headings.size() && !headings.get(column - 1).isBlank() ? headings.get(column - 1)
                : "column " + column;
    }
}
