// SPDX-License-Identifier: EPL-2.0
package org.vesalius.evaluation.survival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class ConcordanceTest {
    /** R survival 3.5-3. */
    @Test
    void tenSamples() {
        assertThat(Concordance.of(SurvivalCases.TIMES, SurvivalCases.LOG_HAZARDS)).isEqualTo(new Concordance(24, 6, 0));
        assertThat(new Concordance(24, 6, 0).value()).isEqualTo(.8);
    }

    /** R survival 3.5-3, with the weights n/G2. */
    @Test
    void unoWeighsPairsByWhoIsStillFollowedUp() {
        assertThat(Concordance.uno(SurvivalCases.TIMES, SurvivalCases.LOG_HAZARDS)).isCloseTo(.7434581837, within(1e-9));
        // nobody left before the last event: all pairs weigh the same
        SurvivalTimes all = new SurvivalTimes(new double[] {1, 2, 3}, new boolean[] {true, true, true});
        assertThat(Concordance.uno(all, new double[] {3, 1, 2})).isCloseTo(2.0 / 3, within(1e-15));
        assertThat(Concordance.uno(all, new double[] {3, 1, Double.NaN})).isNaN();
    }

    @Test
    void oneRiskForAllIsAToss() {
        Concordance toss = Concordance.of(SurvivalCases.TIMES, new double[] {0.0, -0.0, 0, 0, 0, 0, 0, 0, 0, 0});

        assertThat(toss).isEqualTo(new Concordance(0, 0, 30));
        assertThat(toss.value()).isEqualTo(.5);
    }

    @Test
    void equalsTheCountOverAllPairs() {
        Random random = new Random(3);
        int n = 300;
        double[] times = random.ints(n, 0, 40).asDoubleStream().toArray();
        double[] risks = random.ints(n, 0, 25).asDoubleStream().toArray();
        boolean[] events = new boolean[n];
        for (int i = 0; i < n; i++) {
            events[i] = random.nextInt(3) > 0;
        }

        assertThat(Concordance.of(new SurvivalTimes(times, events), risks)).isEqualTo(overAllPairs(times, events, risks));
    }

    @Test
    void withoutPairsItIsNoNumber() {
        SurvivalTimes followed = new SurvivalTimes(new double[] {1, 2}, new boolean[2]);

        assertThat(Concordance.of(followed, new double[] {1, 2}).value()).isNaN();
        assertThat(Concordance.of(SurvivalCases.TIMES, new double[] {1, 2, 3, 4, 5, 6, 7, 8, 9, Double.NaN}).value())
                .isNaN();
    }

    private static Concordance overAllPairs(double[] times, boolean[] events, double[] risks) {
        long[] counts = new long[3];
        for (int i = 0; i < times.length; i++) {
            for (int j = 0; j < times.length; j++) {
                boolean first = events[i] && (times[i] < times[j] || times[i] == times[j] && !events[j]);
                if (first) {
                    counts[risks[i] > risks[j] ? 0 : risks[i] < risks[j] ? 1 : 2]++;
                }
            }
        }
        return new Concordance(counts[0], counts[1], counts[2]);
    }
}
