// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset.importer.table;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.vesalius.core.English;
import org.vesalius.core.ErrorKind;
import org.vesalius.core.ReportedException;
import org.vesalius.core.progress.Progress;
import org.vesalius.dataset.Column;
import org.vesalius.dataset.ColumnType;
import org.vesalius.dataset.SampleTable;

/**
 * Reads a table (CSV, TSV, XLSX, ARFF) whose columns are those of a data set, found by their headings. How the file is
 * written is found out as for an import: separators, decimal commas, what means missing. What a column can't hold stays
 * as it stands there, for whoever uses it to refuse.
 *
 * @param columns the columns that are read; further ones of the table make no difference
 */
public record KnownColumns(List<Column> columns) {
    private static final String ID = "sample";
    private static final int MOST_NAMED = 100;

    /** Copies the list. */
    public KnownColumns {
        columns = List.copyOf(columns);
    }

    /**
     * The rows of a file.
     *
     * @param names what the rows are called
     * @param rows their cells by the names of the columns, empty where they are missing; the id of a row says where it
     *        stands, such as "line 12"
     */
    public record Rows(List<String> names, SampleTable rows) {
    }

    /**
     * Reads a file.
     *
     * @param id the column that names the rows; empty for {@value #ID}, and where there is none rows are named by where
     *        they stand
     * @throws ReportedException if the file is no table, has no row, or lacks a column
     */
    public Rows read(Path file, String id, Progress progress) {
        TextSettings found = new TextSettings(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(),
                Optional.empty());
        RawTable raw =
                new TableReading(new TableFiles(found), false, Optional.empty(), TableReading.NOTHING_RENAMED, new RowFilters(List.of()),
                        Integer.MAX_VALUE).read(List.of(file), progress, new ArrayList<>());
        requireColumns(raw, file);
        int names = id.isEmpty() ? raw.rows().place(ID) : raw.place(id);
        ColumnReadings readings = new ColumnReadings(raw, Optional.empty());
        List<KnownCells> cells = columns.stream().map(column -> KnownCells.of(column, raw, readings, progress)).toList();
        SampleTable.Builder rows = new SampleTable.Builder(columns.stream().map(Column::name).toList());
        List<String> called = new ArrayList<>();
        for (int row = 0; row < raw.size(); row++) {
            int at = row;
            rows.add(raw.where(row), cells.stream().map(each -> each.text(raw, at)).toList());
            String name = names < 0 ? "" : raw.text(names, row);
            called.add(name.isEmpty() ? raw.where(row) : name);
        }
        return new Rows(called, rows.build());
    }

    private void requireColumns(RawTable raw, Path file) {
        List<String> missing = columns.stream().filter(column -> raw.rows().place(column.name()) < 0)
                .map(KnownColumns::words).toList();
        if (!missing.isEmpty()) {
            throw new ReportedException(ErrorKind.INVALID_INPUT, "The table has no " + (missing.size() == 1 ? "column "
                    : "columns ") + listed(missing) + ".", file, "Give each column that the network takes the heading it had"
                            + " in training: " + listed(columns.stream().map(KnownColumns::words).toList())
                            + ". The headings of the table are: " + listed(raw.names()) + ".");
        }
    }

    private static String listed(List<String> names) {
        return names.size() <= MOST_NAMED ? English.all(names)
                : String.join(", ", names.subList(0, MOST_NAMED)) + " and " + (names.size() - MOST_NAMED) + " more";
    }

    private static String words(Column column) {
        return "'" + column.name() + "'" + (column.unit().isEmpty() ? "" : " (" + column.unit() + ")");
    }
}

/**
 * How the texts of one column are read.
 *
 * @param place where the column stands
 * @param marks what means missing in this table, beside what the column says
 * @param plain makes of a text what the column would hold
 */
record KnownCells(Column column, int place, Set<String> marks, UnaryOperator<String> plain) {

    static KnownCells of(Column column, RawTable raw, ColumnReadings readings, Progress progress) {
        int place = raw.place(column.name());
        ColumnFacts facts = ColumnFacts.of(raw, place, column.missing().marks(), progress);
        boolean number = column.type() == ColumnType.NUMBER;
        Set<String> marks = facts.marks(number).stream().filter(mark -> !column.categories().contains(mark))
                .collect(Collectors.toSet());
        if (number) {
            NumberReading reading = readings.amongOthers(place, column::isMissing);
            return new KnownCells(column, place, marks, text -> reading.reads(text) ? reading.plain(text) : text);
        }
        return new KnownCells(column, place, column.type() == ColumnType.CATEGORY ? marks : Set.of(),
                text -> category(column, text));
    }

    /** Categories that are numbers may be written with zeros at their end. */
    private static String category(Column column, String text) {
        boolean other = column.type() == ColumnType.CATEGORY && !column.categories().contains(text);
        return !other ? text : Stream.of(NumberReading.POINT, NumberReading.COMMA).filter(reading -> reading.reads(text)).findFirst()
                .map(reading -> ColumnFacts.category(text, reading)).orElse(text);
    }

    String text(RawTable raw, int row) {
        String text = raw.text(place, row);
        return column.isMissing(text) || marks.contains(text) ? "" : plain.apply(text);
    }
}
