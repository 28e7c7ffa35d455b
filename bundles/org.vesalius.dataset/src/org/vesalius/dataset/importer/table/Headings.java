// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset.importer.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.vesalius.dataset.NumberText;

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
