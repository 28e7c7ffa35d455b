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
import org.vesalius.dataset.Part;

class GroupedSplitTest {
    private static final double[] FRACTIONS = {0.70, 0.15, 0.15};

    private final List<String> groups = new ArrayList<>();
    private final List<String> categories = new ArrayList<>();

    @RepeatedTest(50)
    void fractionsHoldInEveryCategoryForGroupsOfAnySize(RepetitionInfo repetition) {
        makeGroups(new Random(repetition.getCurrentRepetition()), 150);

        Map<String, Part> parts = new GroupedSplit(FRACTIONS, repetition.getCurrentRepetition()).split(groups,
                categories);

        assertThat(parts).containsOnlyKeys(groups.stream().distinct().toList());
        for (String category : List.of("a", "b", "c")) {
            long all = count(parts, category, null);
            for (Part part : Part.values()) {
                double fraction = (double) count(parts, category, part) / all;
                assertThat(fraction).as(category + " in " + part).isCloseTo(FRACTIONS[part.ordinal()], within(0.06));
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

    private long count(Map<String, Part> parts, String category, Part part) {
        long count = 0;
        for (int i = 0; i < groups.size(); i++) {
            boolean inPart = part == null || parts.get(groups.get(i)) == part;
            count += inPart && categories.get(i).equals(category) ? 1 : 0;
        }
        return count;
    }

    @Test
    void theSameSeedDealsTheSameWhateverTheOrderOfTheSamples() {
        makeGroups(new Random(1), 60);
        Map<String, Part> parts = new GroupedSplit(FRACTIONS, 5).split(groups, categories);
        Map<String, Part> other = new GroupedSplit(FRACTIONS, 6).split(groups, categories);

        Collections.reverse(groups);
        Collections.reverse(categories);

        assertThat(new GroupedSplit(FRACTIONS, 5).split(groups, categories)).isEqualTo(parts);
        assertThat(other).isNotEqualTo(parts);
    }

    @Test
    void singleSamplesAreDealtExactly() {
        for (int i = 0; i < 100; i++) {
            groups.add("p" + i);
            categories.add(i < 40 ? "a" : "b");
        }

        Map<String, Part> parts = new GroupedSplit(FRACTIONS, 1).split(groups, categories);

        assertThat(count(parts, "a", Part.TRAIN)).isEqualTo(28);
        assertThat(count(parts, "a", Part.TEST)).isEqualTo(6);
        assertThat(count(parts, "b", Part.TRAIN)).isEqualTo(42);
        assertThat(count(parts, "b", Part.VALIDATION)).isEqualTo(9);
    }

    @Test
    void aPartWithoutAFractionGetsNothing() {
        makeGroups(new Random(2), 30);

        assertThat(new GroupedSplit(new double[] {0.85, 0.15, 0}, 1).split(groups, categories).values())
                .doesNotContain(Part.TEST).contains(Part.TRAIN, Part.VALIDATION);
    }

    @Test
    void oneGroupGoesToTheLargestPart() {
        groups.addAll(List.of("p", "p", "p"));
        categories.addAll(List.of("a", "b", "b"));

        assertThat(new GroupedSplit(FRACTIONS, 1).split(groups, categories)).containsEntry("p", Part.TRAIN);
    }

    @RepeatedTest(20)
    void rareCategoriesStarveNoPart(RepetitionInfo repetition) {
        for (int category = 0; category < 5; category++) {
            for (int i = 0; i < 3 + category; i++) {
                groups.add("p" + category + "_" + i);
                categories.add("c" + category);
            }
        }
        groups.addAll(List.of("twice1", "twice2"));
        categories.addAll(List.of("pair", "pair"));

        Map<String, Part> parts = new GroupedSplit(FRACTIONS, repetition.getCurrentRepetition()).split(groups,
                categories);

        assertThat(List.of(count(parts, "c0", Part.TRAIN), count(parts, "c0", Part.VALIDATION),
                count(parts, "c0", Part.TEST))).containsExactly(1L, 1L, 1L);
        for (Part part : Part.values()) {
            for (int category = 0; category < 5; category++) {
                assertThat(count(parts, "c" + category, part)).as("c" + category + " in " + part).isPositive();
            }
        }
        assertThat(count(parts, "pair", Part.TRAIN)).isEqualTo(1);
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

        Map<String, Part> parts = new GroupedSplit(FRACTIONS, 3).split(groups, categories);

        assertThat(List.of(parts.get("r0"), parts.get("r1"), parts.get("r2")))
                .containsExactlyInAnyOrder(Part.TRAIN, Part.VALIDATION, Part.TEST);
    }

    @Test
    void equalPartsTakeTurns() {
        for (int category = 0; category < 6; category++) {
            for (int i = 0; i < 10; i++) {
                groups.add("p" + category + "_" + i);
                categories.add("c" + category);
            }
        }

        Map<String, Part> parts = new GroupedSplit(FRACTIONS, 1).split(groups, categories);

        // 1.5 of each category are wanted in both; so one gets one and the other two, and 9 of all together
        long validation = parts.values().stream().filter(Part.VALIDATION::equals).count();
        long test = parts.values().stream().filter(Part.TEST::equals).count();
        assertThat(List.of(validation, test)).containsExactly(9L, 9L);
    }
}
