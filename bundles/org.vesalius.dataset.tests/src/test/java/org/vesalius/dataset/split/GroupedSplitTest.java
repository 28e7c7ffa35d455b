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
}
