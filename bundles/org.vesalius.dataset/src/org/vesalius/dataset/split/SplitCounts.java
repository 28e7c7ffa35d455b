// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset.split;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.vesalius.dataset.Column;
import org.vesalius.dataset.ColumnRole;
import org.vesalius.dataset.ColumnType;
import org.vesalius.dataset.Dataset;
import org.vesalius.dataset.Sample;
import org.vesalius.dataset.Subset;

/**
 * What stands in each part, or in each fold, of a data set.
 *
 * @param column the column that says so
 * @param parts in the order of the subsets, or of the folds
 * @param divided how many patients have samples in two of them
 * @since 1.0
 */
public record SplitCounts(Column column, List<Part> parts, int divided) {

    /**
     * One part or fold.
     *
     * @param name what it is called
     * @param samples how many there are
     * @param patients how many different ones; 0 without a column of patients
     * @param values how many samples have each value of each label and site, by the name of the column and the value, which is
     *        empty where it is missing
     */
    public record Part(String name, int samples, int patients, Map<String, Map<String, Integer>> values) {
    }

    /** Those of the parts, if there are some, and of each column of folds. */
    public static List<SplitCounts> of(Dataset dataset) {
        return Stream.concat(dataset.first(ColumnRole.SUBSET).stream(), dataset.columns(ColumnRole.FOLD).stream())
                .map(column -> of(dataset, column)).toList();
    }

    private static SplitCounts of(Dataset dataset, Column column) {
        List<String> names = column.role() == ColumnRole.SUBSET ? Stream.of(Subset.values()).map(Subset::text).toList()
                : Folds.of(dataset, column.name()).names();
        List<Part> parts = new ArrayList<>();
        for (String name : names) {
            List<Sample> samples = dataset.samples().stream()
                    .filter(sample -> !sample.lacks(column) && sample.value(column).equals(name)).toList();
            parts.add(new Part(name, samples.size(), (int) patients(dataset, samples).distinct().count(), values(dataset, samples)));
        }
        return new SplitCounts(column, parts, divided(dataset, column));
    }

    private static Stream<String> patients(Dataset dataset, List<Sample> samples) {
        return dataset.first(ColumnRole.PATIENT).stream()
                .flatMap(patient -> samples.stream().filter(sample -> !sample.lacks(patient)).map(sample -> sample.value(patient)));
    }

    private static int divided(Dataset dataset, Column column) {
        Map<String, String> first = new HashMap<>();
        Set<String> divided = new HashSet<>();
        dataset.first(ColumnRole.PATIENT).ifPresent(patient -> dataset.samples().stream()
                .filter(sample -> !sample.lacks(patient) && !sample.lacks(column) && !sample.value(column).isEmpty())
                .filter(sample -> !first.computeIfAbsent(sample.value(patient), none -> sample.value(column))
                        .equals(sample.value(column)))
                .forEach(sample -> divided.add(sample.value(patient))));
        return divided.size();
    }

    private static Map<String, Map<String, Integer>> values(Dataset dataset, List<Sample> samples) {
        Map<String, Map<String, Integer>> values = new TreeMap<>();
        for (Column column : dataset.columns()) {
            boolean label = column.role() == ColumnRole.LABEL
                    && (column.type() == ColumnType.CATEGORY || !column.separator().isEmpty());
            if (label || column.role() == ColumnRole.SITE) {
                Map<String, Integer> counts = new TreeMap<>();
                samples.stream().flatMap(sample -> values(column, sample)).forEach(value -> counts.merge(value, 1, Integer::sum));
                values.put(column.name(), counts);
            }
        }
        return values;
    }

    private static Stream<String> values(Column column, Sample sample) {
        if (sample.lacks(column)) {
            return Stream.of("");
        }
        return column.separator().isEmpty() ? Stream.of(sample.value(column))
                : Stream.of(sample.value(column).split(Pattern.quote(column.separator()))).map(String::strip).distinct();
    }
}
