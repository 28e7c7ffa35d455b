// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset.split;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;

/** What the parts hold while groups are dealt out, and what they should hold; by part and category. */
final class Holdings {
    private final double[][] wanted;
    private final double[][] held;
    private final Map<String, int[]> sizes;
    private final int[] groups;
    private final Map<String, Integer> parts = new LinkedHashMap<>();

    Holdings(double[][] wanted, Map<String, int[]> sizes) {
        this.wanted = wanted;
        this.held = new double[wanted.length][wanted[0].length];
        this.sizes = sizes;
        this.groups = new int[wanted[0].length];
        sizes.values().forEach(counts -> IntStream.range(0, counts.length).filter(c -> counts[c] > 0)
                .forEach(c -> groups[c]++));
    }

    /** Gives a group to a part; takes it from where it is. */
    void give(String group, int part) {
        Integer before = parts.put(group, part);
        int[] counts = sizes.get(group);
        for (int c = 0; c < counts.length; c++) {
            held[part][c] += counts[c];
            if (before != null) {
                held[before][c] -= counts[c];
            }
        }
    }

    /** Whether all categories of these samples have fewer groups than this. */
    boolean isRare(int[] counts, int limit) {
        return IntStream.range(0, counts.length).allMatch(c -> counts[c] == 0 || groups[c] < limit);
    }

    /** How many groups are dealt out. */
    int dealt() {
        return parts.size();
    }

    Map<String, Integer> parts() {
        return parts;
    }

    int part(String group) {
        return Objects.requireNonNull(parts.get(group), "group");
    }

    int[] counts(String group) {
        return sizes.get(group);
    }

    /** Whether a part should have samples of a category and has none. */
    boolean starves(int part, int category) {
        return wanted[part][category] > 0 && held[part][category] == 0;
    }

    /** Whether a part keeps something of each of these categories without these samples. */
    boolean canSpare(int part, int[] counts) {
        for (int c = 0; c < counts.length; c++) {
            if (counts[c] > 0 && held[part][c] <= counts[c]) {
                return false;
            }
        }
        return true;
    }

    /** How much further a part is from what it should hold with these samples more (sign 1) or less (sign −1). */
    double growth(int part, int[] counts, int sign) {
        double growth = 0;
        for (int c = 0; c < counts.length; c++) {
            double before = held[part][c] - wanted[part][c];
            double after = before + sign * counts[c];
            growth += counts[c] == 0 ? 0 : (after * after - before * before) / wanted[part][c];
        }
        return growth;
    }

    /** How much a part holds of all that it should. */
    double fullness(int part) {
        return Arrays.stream(held[part]).sum() / Arrays.stream(wanted[part]).sum();
    }
}
