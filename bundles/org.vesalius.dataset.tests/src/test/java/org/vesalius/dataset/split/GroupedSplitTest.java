// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset.split;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.vesalius.dataset.Subset;

class GroupedSplitTest {
    private static final double[] FRACTIONS = {0.70, 0.15, 0.15};

    private final List<String> groups = new ArrayList<>();
    private final List<String> categories = new ArrayList<>();

    @RepeatedTest(50)
    void fractionsHoldInEveryCategoryForGroupsOfAnySize(RepetitionInfo repetition) {
        makeGroups(new Random(repetition.getCurrentRepetition()), 150);

        Map<String, Subset> subsets = new GroupedSplit(FRACTIONS, repetition.getCurrentRepetition()).split(groups,
                categories);

        assertThat(subsets).containsOnlyKeys(groups.stream().distinct().toList());
        for (String category : List.of("a", "b", "c")) {
            long all = count(subsets, category, null);
            for (Subset subset : Subset.values()) {
                double fraction = (double) count(subsets, category, subset) / all;
                assertThat(fraction).as(category + " in " + subset)
                        .isCloseTo(FRACTIONS[subset.ordinal()], within(0.06));
            }
        }
    }

    private void makeGroups(Random random, int count) {
        for (int group = 0; group < count; group++) {
            int size = 1 + random.nextInt(6);
            for (int i = 0; i < size; i++) {
                int draw = random.nextInt(10);
                groups.add("p" + group);
                categories.add(draw < 6 ? "a" : draw < 9 ? "b" : "c");
            }
        }
    }

    private long count(Map<String, Subset> subsets, String category, Subset subset) {
        long count = 0;
        for (int i = 0; i < groups.size(); i++) {
            boolean inSubset = subset == null || subsets.get(groups.get(i)) == subset;
            count += inSubset && categories.get(i).equals(category) ? 1 : 0;
        }
        return count;
    }

    @Test
    void theSameSeedDealsTheSameWhateverTheOrderOfTheSamples() {
        makeGroups(new Random(1), 60);
        Map<String, Subset> subsets = new GroupedSplit(FRACTIONS, 5).split(groups, categories);
        Map<String, Subset> other = new GroupedSplit(FRACTIONS, 6).split(groups, categories);

        Collections.reverse(groups);
        Collections.reverse(categories);

        assertThat(new GroupedSplit(FRACTIONS, 5).split(groups, categories)).isEqualTo(subsets);
        assertThat(other).isNotEqualTo(subsets);
    }

    @Test
    void singleSamplesAreDealtExactly() {
        for (int i = 0; i < 100; i++) {
            groups.add("p" + i);
            categories.add(i < 40 ? "a" : "b");
        }

        Map<String, Subset> subsets = new GroupedSplit(FRACTIONS, 1).split(groups, categories);

        assertThat(count(subsets, "a", Subset.TRAIN)).isEqualTo(28);
        assertThat(count(subsets, "a", Subset.TEST)).isEqualTo(6);
        assertThat(count(subsets, "b", Subset.TRAIN)).isEqualTo(42);
        assertThat(count(subsets, "b", Subset.VALIDATION)).isEqualTo(9);
    }

    @Test
    void aSubsetWithoutAFractionGetsNothing() {
        makeGroups(new Random(2), 30);

        assertThat(new GroupedSplit(new double[] {0.85, 0.15, 0}, 1).split(groups, categories).values())
                .doesNotContain(Subset.TEST).contains(Subset.TRAIN, Subset.VALIDATION);
    }

    @Test
    void oneGroupGoesToTheLargestSubset() {
        groups.addAll(List.of("p", "p", "p"));
        categories.addAll(List.of("a", "b", "b"));

        assertThat(new GroupedSplit(FRACTIONS, 1).split(groups, categories)).containsEntry("p", Subset.TRAIN);
    }

    @RepeatedTest(20)
    void rareCategoriesStarveNoSubset(RepetitionInfo repetition) {
        for (int category = 0; category < 5; category++) {
            for (int i = 0; i < 3 + category; i++) {
                groups.add("p" + category + "_" + i);
                categories.add("c" + category);
            }
        }
        groups.addAll(List.of("twice1", "twice2"));
        categories.addAll(List.of("pair", "pair"));

        Map<String, Subset> subsets = new GroupedSplit(FRACTIONS, repetition.getCurrentRepetition()).split(groups,
                categories);

        assertThat(List.of(count(subsets, "c0", Subset.TRAIN), count(subsets, "c0", Subset.VALIDATION),
                count(subsets, "c0", Subset.TEST))).containsExactly(1L, 1L, 1L);
        for (Subset subset : Subset.values()) {
            for (int category = 0; category < 5; category++) {
                assertThat(count(subsets, "c" + category, subset)).as("c" + category + " in " + subset).isPositive();
            }
        }
        assertThat(count(subsets, "pair", Subset.TRAIN)).isEqualTo(1);
    }

    @Test
    void patientsOfARareCategoryStayTogether() {
        for (int i = 0; i < 40; i++) {
            groups.add("p" + i / 2);
            categories.add("common");
        }
        for (int i = 0; i < 9; i++) {
            groups.add("r" + i / 3);
            categories.add(i % 3 == 0 ? "rare" : "common");
        }

        Map<String, Subset> subsets = new GroupedSplit(FRACTIONS, 3).split(groups, categories);

        assertThat(List.of(subsets.get("r0"), subsets.get("r1"), subsets.get("r2")))
                .containsExactlyInAnyOrder(Subset.TRAIN, Subset.VALIDATION, Subset.TEST);
    }

    @Test
    void equalSubsetsTakeTurns() {
        for (int category = 0; category < 6; category++) {
            for (int i = 0; i < 10; i++) {
                groups.add("p" + category + "_" + i);
                categories.add("c" + category);
            }
        }

        Map<String, Subset> subsets = new GroupedSplit(FRACTIONS, 1).split(groups, categories);

        // 1.5 of each category are wanted in both; so one gets one and the other two, and 9 of all together
        long validation = subsets.values().stream().filter(Subset.VALIDATION::equals).count();
        long test = subsets.values().stream().filter(Subset.TEST::equals).count();
        assertThat(List.of(validation, test)).containsExactly(9L, 9L);
    }
}
