// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset.split;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.vesalius.dataset.Subset;

/**
 * Moves groups to subsets that have no sample of a category, rare categories first. Training comes first; validation
 * and test take turns, for a category of two groups can't be in both.
 *
 * @param holdings what the subsets hold
 * @param order of the groups: of equally good ones the first is moved
 * @param categories how many there are
 */
record StarvedSubsets(Holdings holdings, List<String> order, int categories) {

    void feed() {
        List<Integer> rareFirst = IntStream.range(0, categories).boxed()
                .sorted(Comparator.comparingLong(this::groups)).toList();
        int turn = 0;
        for (int category : rareFirst) {
            boolean starved = false;
            for (int i = 0; i < Subset.values().length; i++) {
                int subset = i == 0 ? 0 : 1 + (i - 1 + turn) % (Subset.values().length - 1);
                if (holdings.starves(subset, category)) {
                    starved = true;
                    feed(subset, category);
                }
            }
            turn += starved ? 1 : 0;
        }
    }

    private long groups(int category) {
        return order.stream().filter(group -> holdings.counts(group)[category] > 0).count();
    }

    private void feed(int subset, int category) {
        Optional<String> best = order.stream().filter(group -> holdings.counts(group)[category] > 0
                && holdings.canSpare(holdings.subset(group), holdings.counts(group)))
                .min(Comparator.comparingDouble(group -> cost(group, subset)));
        best.ifPresent(group -> holdings.give(group, subset));
    }

    private double cost(String group, int subset) {
        int[] counts = holdings.counts(group);
        return holdings.growth(subset, counts, 1) + holdings.growth(holdings.subset(group), counts, -1);
    }
}
