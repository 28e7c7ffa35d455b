// SPDX-License-Identifier: EPL-2.0
package org.vesalius.experiment.encoding;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.DoubleStream;
import org.vesalius.dataset.Column;
import org.vesalius.dataset.ColumnType;

/**
 * The cell that stands in for the missing ones of a column.
 *
 * @param column the column, which says how missing cells are treated
 * @param known the cells of the training samples that are not missing
 */
record StandIn(Column column, List<String> known) {
    /** The cell; empty where nothing stands in for missing ones. */
    String cell() {
        return switch (column.missing().treatment()) {
            case NONE, LEAVE_OUT -> "";
            case CONSTANT -> column.missing().constant();
            case MEAN -> known.isEmpty() ? "" : Double.toString(numbers().average().orElseThrow());
            case MEDIAN -> known.isEmpty() ? "" : Double.toString(median(numbers().sorted().toArray()));
            case MODE -> known.isEmpty() ? "" : mode();
        };
    }

    private DoubleStream numbers() {
        return known.stream().mapToDouble(Double::parseDouble);
    }

    private static double median(double[] sorted) {
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    /** The most frequent cell; of several, the smallest number, the first category, or the first text. */
    private String mode() {
        Map<String, Integer> counts = new TreeMap<>(column.type() == ColumnType.NUMBER
                ? Comparator.comparingDouble(Double::parseDouble)
                // a cell that holds several categories is none of them
                : Comparator.<String>comparingInt(column.categories()::indexOf).thenComparing(Comparator.naturalOrder()));
        known.forEach(cell -> counts.merge(cell, 1, Integer::sum));
        int most = counts.values().stream().max(Comparator.naturalOrder()).orElseThrow();
        return counts.entrySet().stream().filter(entry -> entry.getValue() == most).findFirst().orElseThrow().getKey();
    }
}
