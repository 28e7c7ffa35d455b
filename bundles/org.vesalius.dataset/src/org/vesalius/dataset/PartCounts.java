// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset;

import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * How many samples and patients of each category stand in each part.
 *
 * @param samples by part and category; unreadable ones count
 * @param patients by part and category; empty if the data set has no patient column. A patient with samples of two
 *        categories counts in both
 */
public record PartCounts(Map<Part, Map<String, Integer>> samples, Map<Part, Map<String, Integer>> patients) {

    /** Counts a data set by its first label column. */
    public static PartCounts of(Dataset dataset) {
        Map<Part, Map<String, Integer>> samples = new EnumMap<>(Part.class);
        Map<Part, Map<String, Integer>> patients = new EnumMap<>(Part.class);
        Optional<Column> label = dataset.first(ColumnRole.LABEL);
        Optional<Column> patient = dataset.first(ColumnRole.PATIENT);
        Set<String> seen = new HashSet<>();
        for (Part part : Part.values()) {
            for (Sample sample : dataset.samples(part)) {
                String category = label.map(sample::value).orElse("");
                count(samples, part, category);
                String person = patient.map(sample::value).orElse("");
                if (!person.isEmpty() && seen.add(part + "/" + category + "/" + person)) {
                    count(patients, part, category);
                }
            }
        }
        return new PartCounts(samples, patients);
    }

    private static void count(Map<Part, Map<String, Integer>> counts, Part part, String category) {
        counts.computeIfAbsent(part, none -> new TreeMap<>()).merge(category, 1, Integer::sum);
    }

    /** How many samples of a category stand in a part. */
    public int samples(Part part, String category) {
        return samples.getOrDefault(part, Map.of()).getOrDefault(category, 0);
    }

    /** How many patients of a category stand in a part. */
    public int patients(Part part, String category) {
        return patients.getOrDefault(part, Map.of()).getOrDefault(category, 0);
    }

    /** How many samples stand in a part. */
    public int samples(Part part) {
        return samples.getOrDefault(part, Map.of()).values().stream().mapToInt(Integer::intValue).sum();
    }
}
