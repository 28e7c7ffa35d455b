// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset;

import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * How many samples and patients of each category stand in each subset.
 *
 * @param samples by subset and category; unreadable ones count
 * @param patients by subset and category; empty if the data set has no patient column. A patient with samples of two
 *        categories counts in both
 */
public record SubsetCounts(Map<Subset, Map<String, Integer>> samples, Map<Subset, Map<String, Integer>> patients) {

    /** Counts a data set by its first label column; under an empty text where that is none of categories, or missing. */
    public static SubsetCounts of(Dataset dataset) {
        Map<Subset, Map<String, Integer>> samples = new EnumMap<>(Subset.class);
        Map<Subset, Map<String, Integer>> patients = new EnumMap<>(Subset.class);
        Optional<Column> label = dataset.first(ColumnRole.LABEL).filter(column -> column.type() == ColumnType.CATEGORY);
        Optional<Column> patient = dataset.first(ColumnRole.PATIENT);
        Set<String> seen = new HashSet<>();
        for (Subset subset : Subset.values()) {
            for (Sample sample : dataset.samples(subset)) {
                String category = label.filter(column -> !sample.lacks(column)).map(sample::value).orElse("");
                count(samples, subset, category);
                String person = patient.filter(column -> !sample.lacks(column)).map(sample::value).orElse("");
                if (!person.isEmpty() && seen.add(subset + "/" + category + "/" + person)) {
                    count(patients, subset, category);
                }
            }
        }
        return new SubsetCounts(samples, patients);
    }

    private static void count(Map<Subset, Map<String, Integer>> counts, Subset subset, String category) {
        counts.computeIfAbsent(subset, none -> new TreeMap<>()).merge(category, 1, Integer::sum);
    }

    /** How many samples of a category stand in a subset. */
    public int samples(Subset subset, String category) {
        return samples.getOrDefault(subset, Map.of()).getOrDefault(category, 0);
    }

    /** How many patients of a category stand in a subset. */
    public int patients(Subset subset, String category) {
        return patients.getOrDefault(subset, Map.of()).getOrDefault(category, 0);
    }

    /** How many samples stand in a subset. */
    public int samples(Subset subset) {
        return samples.getOrDefault(subset, Map.of()).values().stream().mapToInt(Integer::intValue).sum();
    }
}
