// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset.importer.table;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.vesalius.dataset.Column;
import org.vesalius.dataset.ColumnRole;
import org.vesalius.dataset.ColumnType;
import org.vesalius.dataset.Subset;
import org.vesalius.dataset.importer.kind.ImportRequest;
import org.vesalius.dataset.importer.kind.SplitColumn;

/**
 * Deals rows out to subsets, patient by patient, with the same share of each category of the label. Of several labels, or
 * several values in a cell, the rarest that a row has counts, so that rare ones come into each subset.
 */
record SubsetDealing(ImportRequest request) {

    List<Subset> of(RawTable table, List<PlannedColumn> columns) {
        Optional<PlannedColumn> patient = columns.stream()
                .filter(column -> column.column().role() == ColumnRole.PATIENT).findFirst();
        List<String> patients = new ArrayList<>(table.size());
        for (int row = 0; row < table.size(); row++) {
            String person = patient.isEmpty() ? "" : text(table, patient.get(), row);
            // who isn't known is somebody else
            patients.add(patient.isEmpty() || patient.get().column().isMissing(person) ? "row " + row : person);
        }
        return new SplitColumn(request).of(keys(table, columns), given(table, columns), patients, categories(table, columns));
    }

    /** What a column says of the subset of each row. */
    static List<Optional<Subset>> given(RawTable table, List<PlannedColumn> columns) {
        Optional<PlannedColumn> part = columns.stream().filter(column -> column.column().role() == ColumnRole.SUBSET).findFirst();
        return IntStream.range(0, table.size()).mapToObj(row -> part.flatMap(column -> Subset.of(text(table, column, row)))).toList();
    }

    private static String text(RawTable table, PlannedColumn column, int row) {
        return column.values().of(table.text(column.place(), row));
    }

    /** What a list may call the rows: their images, else nothing. */
    private static List<String> keys(RawTable table, List<PlannedColumn> columns) {
        Optional<PlannedColumn> image = columns.stream().filter(column -> column.column().type() == ColumnType.IMAGE).findFirst();
        return IntStream.range(0, table.size()).mapToObj(row -> image.map(column -> text(table, column, row)).orElse("")).toList();
    }

    private static List<String> categories(RawTable table, List<PlannedColumn> columns) {
        List<PlannedColumn> labels = columns.stream().filter(column -> column.column().role() == ColumnRole.LABEL)
                .filter(column -> column.column().type() == ColumnType.CATEGORY || !column.column().separator().isEmpty()).toList();
        boolean single = labels.size() == 1 && labels.get(0).column().separator().isEmpty();
        List<List<String>> found = new ArrayList<>(table.size());
        Map<String, Integer> counts = new HashMap<>();
        for (int row = 0; row < table.size(); row++) {
            int at = row;
            List<String> own = labels.stream().flatMap(label -> values(label.column(), text(table, label, at), single)).toList();
            own.forEach(value -> counts.merge(value, 1, Integer::sum));
            found.add(own);
        }
        return found.stream().map(own -> own.stream()
                .min(Comparator.comparing((String value) -> counts.get(value)).thenComparing(value -> value)).orElse("")).toList();
    }

    /** What a row has: its category; of several labels with two categories, those that are positive. */
    private static Stream<String> values(Column label, String value, boolean single) {
        if (label.isMissing(value)) {
            return Stream.of();
        }
        if (!label.separator().isEmpty()) {
            return Stream.of(value.split(Pattern.quote(label.separator()))).filter(each -> !each.isBlank());
        }
        boolean negative = !single && label.categories().size() == 2 && value.equals(label.categories().get(0));
        return negative ? Stream.of() : Stream.of(single ? value : label.name() + " " + value);
    }
}
