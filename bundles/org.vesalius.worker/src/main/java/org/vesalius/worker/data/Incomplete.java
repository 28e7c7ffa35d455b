// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.data;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.vesalius.core.English;
import org.vesalius.dataset.Subset;

/**
 * Samples that are left out since they have no value in a column, as the data set says of the column.
 *
 * @param counts how many, of all subsets in their order
 */
public record Incomplete(List<Integer> counts) {
    /** Copies the list. */
    public Incomplete {
        counts = List.copyOf(counts);
    }

    /** Counts samples by their subsets. */
    static Incomplete of(List<Subset> samples) {
        Map<Subset, Long> counts = samples.stream().collect(Collectors.groupingBy(subset -> subset, Collectors.counting()));
        return new Incomplete(List.of(Subset.values()).stream()
                .map(subset -> counts.getOrDefault(subset, 0L).intValue()).toList());
    }

    /** How many of a subset. */
    public int of(Subset subset) {
        return counts.get(subset.ordinal());
    }

    /** How many of each subset, by its name; those without any are not among them. */
    public Map<String, Integer> bySubset() {
        Map<String, Integer> named = new LinkedHashMap<>();
        for (Subset subset : Subset.values()) {
            if (of(subset) > 0) {
                named.put(subset.text(), of(subset));
            }
        }
        return named;
    }

    /** What users are told; nothing if there are none. */
    public Optional<String> text() {
        int all = counts.stream().mapToInt(Integer::intValue).sum();
        String parts = IntStream.range(0, counts.size()).filter(i -> counts.get(i) > 0)
                .mapToObj(i -> counts.get(i) + " of '" + Subset.values()[i].text() + "'").collect(Collectors.joining(", "));
        return all == 0 ? Optional.empty() : Optional.of(English.quantity(all, "sample") + " left out for a missing value, as"
                + " the data set says of its column: " + parts + ".");
    }
}
