// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class EpochOrderTest {
    private static final int SAMPLES = 1000;
    /** Computed by an independent program from the published algorithms. */
    private static final int[] ORDER_OF_SEED_42 = {4, 1, 2, 5, 6, 7, 0, 9, 3, 8};

    @Test
    void everySampleComesOnceInEachEpoch() {
        for (int epoch = 1; epoch <= 5; epoch++) {
            assertThat(new EpochOrder(42).of(epoch, SAMPLES)).containsExactlyInAnyOrder(
                    IntStream.range(0, SAMPLES).toArray());
        }
    }

    @Test
    void dependsOnSeedAndEpochOnly() {
        assertThat(new EpochOrder(42).of(3, SAMPLES)).isEqualTo(new EpochOrder(42).of(3, SAMPLES));
        assertThat(new EpochOrder(42).of(3, SAMPLES)).isNotEqualTo(new EpochOrder(42).of(4, SAMPLES));
        assertThat(new EpochOrder(42).of(3, SAMPLES)).isNotEqualTo(new EpochOrder(43).of(3, SAMPLES));
    }

    @Test
    void isTheSameInLaterVersions() {
        assertThat(new EpochOrder(42).of(1, 10)).containsExactly(ORDER_OF_SEED_42);
    }

    @Test
    void allPermutationsOfThreeAreAboutEquallyFrequent() {
        Map<String, Integer> counts = new HashMap<>();
        int epochs = 6000;
        for (int epoch = 1; epoch <= epochs; epoch++) {
            counts.merge(Arrays.toString(new EpochOrder(1).of(epoch, 3)), 1, Integer::sum);
        }
        // 1000 expected each; five standard deviations of a binomial count are 144
        assertThat(counts).hasSize(6);
        assertThat(counts.values()).allSatisfy(count -> assertThat(count).isBetween(856, 1144));
    }

    @Test
    void copesWithNoneAndOne() {
        assertThat(new EpochOrder(1).of(1, 0)).isEmpty();
        assertThat(new EpochOrder(1).of(1, 1)).containsExactly(0);
    }
}
