// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset.split;

import java.util.List;
import java.util.stream.IntStream;

/**
 * Moves and exchanges groups as long as that brings the parts nearer to what they should hold, and takes the last of a category
 * from none.
 *
 * @param holdings what the parts hold
 * @param order of the groups
 * @param fractions how much each part should hold
 */
record NearerParts(Holdings holdings, List<String> order, double[] fractions) {
    /** Rounding makes no move worth while. */
    private static final double LEAST = 1e-9;
    private static final int MOST_ROUNDS = 100;
    /** Of more groups than these the parts are near enough without exchanges, which would take hours to look for. */
    private static final int MOST_EXCHANGED = 2000;

    void settle() {
        boolean changed = true;
        for (int round = 0; changed && round < MOST_ROUNDS; round++) {
            changed = false;
            for (int i = 0; i < order.size(); i++) {
                changed |= move(order.get(i));
                for (int j = i + 1; order.size() <= MOST_EXCHANGED && j < order.size(); j++) {
                    changed |= exchange(order.get(i), order.get(j));
                }
            }
        }
    }

    private boolean move(String group) {
        int[] counts = holdings.counts(group);
        int from = holdings.part(group);
        if (!holdings.canSpare(from, counts)) {
            return false;
        }
        double less = holdings.growth(from, counts, -1);
        int best = from;
        double lowest = -LEAST;
        for (int part = 0; part < fractions.length; part++) {
            double change = part == from || fractions[part] == 0 ? 0 : less + holdings.growth(part, counts, 1);
            if (change < lowest) {
                best = part;
                lowest = change;
            }
        }
        if (best == from) {
            return false;
        }
        holdings.give(group, best);
        return true;
    }

    private boolean exchange(String one, String other) {
        int first = holdings.part(one);
        int second = holdings.part(other);
        if (first == second) {
            return false;
        }
        int[] lost = less(holdings.counts(one), holdings.counts(other));
        if (holdings.growth(first, lost, -1) + holdings.growth(second, lost, 1) >= -LEAST
                || !holdings.canSpare(first, lost) || !holdings.canSpare(second, less(holdings.counts(other), holdings.counts(one)))) {
            return false;
        }
        holdings.give(one, second);
        holdings.give(other, first);
        return true;
    }

    private static int[] less(int[] from, int[] counts) {
        return IntStream.range(0, from.length).map(c -> from[c] - counts[c]).toArray();
    }
}
