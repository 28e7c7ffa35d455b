// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset.split;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.vesalius.dataset.Subset;

/** What the subsets hold while groups are dealt out, and what they should hold; by subset and category. */
final class Holdings {
    private final double[][] wanted;
    private final double[][] held;
    private final Map<String, int[]> sizes;
    private final int[] groups;
    private final Map<String, Subset> subsets = new LinkedHashMap<>();

    Holdings(double[][] wanted, Map<String, int[]> sizes) {
        this.wanted = wanted;
        this.held = new double[wanted.length][wanted[0].length];
        this.sizes = sizes;
        this.groups = new int[wanted[0].length];
        sizes.values().forEach(counts -> IntStream.range(0, counts.length).filter(c -> counts[c] > 0)
                .forEach(c -> groups[c]++));
    }

    /** Gives a group to a subset; takes it from where it is. */
    void give(String group, int subset) {
        Subset before = subsets.put(group, Subset.values()[subset]);
        int[] counts = sizes.get(group);
        for (int c = 0; c < counts.length; c++) {
            held[subset][c] += counts[c];
            if (before != null) {
                held[before.ordinal()][c] -= counts[c];
            }
        }
    }

    /** Whether all categories of these samples have fewer groups than this. */
    boolean isRare(int[] counts, int limit) {
        return IntStream.range(0, counts.length).allMatch(c -> counts[c] == 0 || groups[c] < limit);
    }

    /** How many groups are dealt out. */
    int dealt() {
        return subsets.size();
    }

    Map<String, Subset> subsets() {
        return subsets;
    }

    int subset(String group) {
        return subsets.get(group).ordinal();
    }

    int[] counts(String group) {
        return sizes.get(group);
    }

    /** Whether a subset should have samples of a category and has none. */
    boolean starves(int subset, int category) {
        return wanted[subset][category] > 0 && held[subset][category] == 0;
    }

    /** Whether a subset keeps something of each of these categories without these samples. */
    boolean canSpare(int subset, int[] counts) {
        for (int c = 0; c < counts.length; c++) {
            if (counts[c] > 0 && held[subset][c] <= counts[c]) {
                return false;
            }
        }
        return true;
    }

    /** How much further a subset is from what it should hold with these samples more (sign 1) or less (sign −1). */
    double growth(int subset, int[] counts, int sign) {
        double growth = 0;
        for (int c = 0; c < counts.length; c++) {
            double before = held[subset][c] - wanted[subset][c];
            double after = before + sign * counts[c];
            growth += counts[c] == 0 ? 0 : (after * after - before * before) / wanted[subset][c];
        }
        return growth;
    }

    /** How much a subset holds of all that it should. */
    double fullness(int subset) {
        return Arrays.stream(held[subset]).sum() / Arrays.stream(wanted[subset]).sum();
    }
}
