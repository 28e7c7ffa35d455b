// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset.split;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.vesalius.dataset.Part;
import org.vesalius.dataset.random.SeededRandom;

/**
 * Deals groups of samples (all of a patient) out to the parts, so that no group is divided and each part gets about its
 * fraction of every category.
 *
 * <p>The groups are sorted by name, shuffled by the seed, and then taken from the largest to the smallest. Each goes
 * where the parts come nearest to what they should hold: where the sum over the categories of
 * {@code (held − wanted)² / wanted} grows least; to the first of equal parts. A part whose fraction is 0 gets nothing.
 */
public final class GroupedSplit {
    private final double[] fractions;
    private final long seed;

    /**
     * A way to split.
     *
     * @param fractions how much goes to each part, in the order of {@link Part}; they add up to 1
     * @param seed other seeds make other splits
     */
    public GroupedSplit(double[] fractions, long seed) {
        this.fractions = fractions.clone();
        this.seed = seed;
    }

    /**
     * The part of each group.
     *
     * @param groups of each sample
     * @param categories of each sample, in the same order
     */
    public Map<String, Part> split(List<String> groups, List<String> categories) {
        List<String> names = categories.stream().distinct().sorted().toList();
        Map<String, int[]> sizes = new TreeMap<>();
        for (int i = 0; i < groups.size(); i++) {
            int[] counts = sizes.computeIfAbsent(groups.get(i), none -> new int[names.size()]);
            counts[names.indexOf(categories.get(i))]++;
        }
        return deal(sizes, names.size());
    }

    private Map<String, Part> deal(Map<String, int[]> sizes, int categories) {
        double[][] wanted = wanted(sizes, categories);
        double[][] held = new double[fractions.length][categories];
        Map<String, Part> parts = new LinkedHashMap<>();
        for (String group : order(sizes)) {
            int[] counts = sizes.get(group);
            int best = cheapest(counts, held, wanted);
            for (int c = 0; c < categories; c++) {
                held[best][c] += counts[c];
            }
            parts.put(group, Part.values()[best]);
        }
        return parts;
    }

    private List<String> order(Map<String, int[]> sizes) {
        List<String> order = new ArrayList<>(sizes.keySet());
        SeededRandom.of(seed, SeededRandom.key("split")).shuffle(order);
        order.sort(Comparator.comparingInt(group -> -Arrays.stream(sizes.get(group)).sum()));
        return order;
    }

    private double[][] wanted(Map<String, int[]> sizes, int categories) {
        double[][] wanted = new double[fractions.length][categories];
        for (int[] counts : sizes.values()) {
            for (int part = 0; part < fractions.length; part++) {
                for (int c = 0; c < categories; c++) {
                    wanted[part][c] += fractions[part] * counts[c];
                }
            }
        }
        return wanted;
    }

    private int cheapest(int[] counts, double[][] held, double[][] wanted) {
        int best = -1;
        double lowest = Double.POSITIVE_INFINITY;
        for (int part = 0; part < fractions.length; part++) {
            if (fractions[part] > 0) {
                double cost = growth(counts, held[part], wanted[part]);
                if (cost < lowest) {
                    lowest = cost;
                    best = part;
                }
            }
        }
        return best;
    }

    private static double growth(int[] counts, double[] held, double[] wanted) {
        double growth = 0;
        for (int c = 0; c < counts.length; c++) {
            double before = held[c] - wanted[c];
            double after = before + counts[c];
            growth += counts[c] == 0 ? 0 : (after * after - before * before) / wanted[c];
        }
        return growth;
    }
}
