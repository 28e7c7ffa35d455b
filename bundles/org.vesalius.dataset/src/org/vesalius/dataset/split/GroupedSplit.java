// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset.split;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.vesalius.dataset.Subset;
import org.vesalius.dataset.random.SeededRandom;

/**
 * Deals groups of samples (all of a patient) out to parts, the subsets or the folds, so that no group is divided and each part
 * gets about its fraction of every category.
 *
 * <p>The groups are sorted by name, shuffled by the seed, and then taken from the largest to the smallest. Each goes
 * where the subsets come nearest to what they should hold: where the sum over the categories of
 * {@code (held − wanted)² / wanted} grows least; to the first of equal subsets, but in a category of fewer than 20
 * groups to the one that lacks most, and then to each in turn.
 * Where that leaves a subset without any sample of a category that has others, groups are moved so that it gets one. A
 * subset whose fraction is 0 gets nothing.
 */
public final class GroupedSplit {
    private static final double TOLERANCE = 1e-9;
    /** In a category of fewer groups the choice among equal subsets shows. */
    private static final int RARE = 20;

    private final double[] fractions;
    private final long seed;

    /**
     * A way to split.
     *
     * @param fractions how much goes to each part, of subsets in the order of {@link Subset}; they add up to 1
     * @param seed other seeds make other splits
     */
    public GroupedSplit(double[] fractions, long seed) {
        this.fractions = fractions.clone();
        this.seed = seed;
    }

    /**
     * The subset of each group.
     *
     * @param groups of each sample
     * @param categories of each sample, in the same order
     */
    public Map<String, Subset> split(List<String> groups, List<String> categories) {
        Map<String, Subset> subsets = new LinkedHashMap<>();
        dealt(sizes(groups, categories.stream().map(List::of).toList())).parts()
                .forEach((group, part) -> subsets.put(group, Subset.values()[part]));
        return subsets;
    }

    /**
     * The part of each group, by its number. Other than {@link #split}, whose results stay as they are, it then moves
     * single groups and exchanges two as long as that brings the parts nearer to what they should hold and leaves none without
     * a category.
     *
     * @param groups of each sample
     * @param categories of each sample, in the same order, such as its labels and its site; a sample counts in each
     */
    public Map<String, Integer> parts(List<String> groups, List<List<String>> categories) {
        Holdings holdings = dealt(sizes(groups, categories));
        new NearerParts(holdings, List.copyOf(holdings.parts().keySet()), fractions).settle();
        return holdings.parts();
    }

    private static Map<String, int[]> sizes(List<String> groups, List<List<String>> categories) {
        List<String> names = categories.stream().flatMap(List::stream).distinct().sorted().toList();
        Map<String, Integer> numbers = new HashMap<>();
        names.forEach(name -> numbers.put(name, numbers.size()));
        Map<String, int[]> sizes = new TreeMap<>();
        for (int i = 0; i < groups.size(); i++) {
            int[] counts = sizes.computeIfAbsent(groups.get(i), none -> new int[names.size()]);
            categories.get(i).forEach(category -> counts[numbers.get(category)]++);
        }
        return sizes;
    }

    private Holdings dealt(Map<String, int[]> sizes) {
        int categories = sizes.values().stream().mapToInt(counts -> counts.length).max().orElse(0);
        double[][] wanted = wanted(sizes, categories);
        Holdings holdings = new Holdings(wanted, sizes);
        List<String> order = order(sizes);
        for (String group : order) {
            holdings.give(group, cheapest(sizes.get(group), holdings));
        }
        new StarvedParts(holdings, order, categories, fractions.length).feed();
        return holdings;
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

    private int cheapest(int[] counts, Holdings holdings) {
        boolean rare = holdings.isRare(counts, RARE);
        int best = -1;
        for (int turn = 0; turn < fractions.length; turn++) {
            // the first part keeps its place, since a lone group belongs where learning is
            int part = turn == 0 || !rare ? turn : 1 + (turn - 1 + holdings.dealt()) % (fractions.length - 1);
            if (fractions[part] > 0 && (best < 0 || isBetter(part, best, counts, holdings, rare))) {
                best = part;
            }
        }
        return best;
    }

    private static boolean isBetter(int part, int best, int[] counts, Holdings holdings, boolean rare) {
        double difference = holdings.growth(part, counts, 1) - holdings.growth(best, counts, 1);
        if (rare && Math.abs(difference) < TOLERANCE) {
            return holdings.fullness(part) < holdings.fullness(best) - TOLERANCE;
        }
        return difference < 0;
    }
}
