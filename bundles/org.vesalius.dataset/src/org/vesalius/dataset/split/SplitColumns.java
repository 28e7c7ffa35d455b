// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset.split;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.vesalius.dataset.Column;
import org.vesalius.dataset.ColumnRole;
import org.vesalius.dataset.Dataset;
import org.vesalius.dataset.Sample;
import org.vesalius.dataset.SampleTable;
import org.vesalius.dataset.Split;

/**
 * Writes a split into the columns of a data set.
 *
 * @param dataset its columns of folds so far go, and what its column of parts says
 * @since 1.0
 */
public record SplitColumns(Dataset dataset) {
    private static final String PART = "part";

    /**
     * The data set with a split.
     *
     * @param parts of the samples, in their order
     * @param folds of the samples by the names of the columns; empty for those that are in none
     */
    public Dataset with(Split split, List<String> parts, Map<String, List<String>> folds) {
        List<Column> columns = new ArrayList<>(dataset.columns().stream().filter(column -> column.role() != ColumnRole.FOLD).toList());
        Optional<Column> before = dataset.first(ColumnRole.SUBSET);
        Column part = before.orElseGet(() -> Column.text(free(PART, columns), ColumnRole.SUBSET));
        if (before.isEmpty()) {
            columns.add(part);
        }
        List<List<String>> made = new ArrayList<>();
        int kept = columns.size();
        folds.forEach((name, values) -> {
            columns.add(Column.text(free(name, columns), ColumnRole.FOLD));
            made.add(values);
        });
        SampleTable.Builder table = new SampleTable.Builder(columns.stream().map(Column::name).toList());
        for (int i = 0; i < dataset.samples().size(); i++) {
            Sample sample = dataset.samples().get(i);
            int row = i;
            Stream<String> values = columns.subList(0, kept).stream()
                    .map(column -> column.equals(part) ? parts.get(row) : sample.value(column));
            table.add(sample.id(), Stream.concat(values, made.stream().map(fold -> fold.get(row))).toList());
        }
        return new Dataset(dataset.folder(), dataset.name(), dataset.root(), columns, table.build(), Optional.of(split));
    }

    private static String free(String name, List<Column> columns) {
        return Objects.requireNonNull(Stream.iterate(name, each -> each + "_")
                .filter(each -> columns.stream().noneMatch(column -> column.name().equals(each))).findFirst().orElse(name));
    }
}
