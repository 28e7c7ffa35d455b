// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset.split;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Moves groups to parts that have no sample of a category, rare categories first. The first, training, comes first; the others
 * take turns, for a category of two groups can't be in both.
 *
 * @param holdings what the parts hold
 * @param order of the groups: of equally good ones the first is moved
 * @param categories how many there are
 * @param parts how many there are
 */
record StarvedParts(Holdings holdings, List<String> order, int categories, int parts) {

    void feed() {
        List<Integer> rareFirst = IntStream.range(0, categories).boxed()
                .sorted(Comparator.comparingLong(this::groups)).toList();
        int turn = 0;
        for (int category : rareFirst) {
            boolean starved = false;
            for (int i = 0; i < parts; i++) {
                int part = i == 0 ? 0 : 1 + (i - 1 + turn) % (parts - 1);
                if (holdings.starves(part, category)) {
                    starved = true;
                    feed(part, category);
                }
            }
            turn += starved ? 1 : 0;
        }
    }

    private long groups(int category) {
        return order.stream().filter(group -> holdings.counts(group)[category] > 0).count();
    }

    private void feed(int part, int category) {
        Optional<String> best = order.stream().filter(group -> holdings.counts(group)[category] > 0
                && holdings.canSpare(holdings.part(group), holdings.counts(group)))
                .min(Comparator.comparingDouble(group -> cost(group, part)));
        best.ifPresent(group -> holdings.give(group, part));
    }

    private double cost(String group, int part) {
        int[] counts = holdings.counts(group);
        return holdings.growth(part, counts, 1) + holdings.growth(holdings.part(group), counts, -1);
    }
}
