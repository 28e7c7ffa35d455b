// SPDX-License-Identifier: EPL-2.0
package org.vesalius.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class RocAucTest {

    /** Hanley and McNeil, Radiology 143 (1982), table I: 109 CT images rated 1…5; the area published is 0.893. */
    @Test
    void publishedRatings() {
        int[] normal = {33, 6, 6, 11, 2};
        int[] abnormal = {3, 2, 2, 11, 33};
        boolean[] positive = new boolean[109];
        double[] scores = new double[109];
        int next = 0;
        for (int rating = 0; rating < 5; rating++) {
            for (int i = 0; i < normal[rating] + abnormal[rating]; i++) {
                positive[next] = i >= normal[rating];
                scores[next++] = rating + 1;
            }
        }

        assertThat(RocAuc.of(positive, scores)).isCloseTo(0.893, within(5e-4));
    }

    @Test
    void fourSamplesByHand() {
        boolean[] positive = {false, false, true, true};

        // of the four pairs, 0.35 against 0.4 is lost
        assertThat(RocAuc.of(positive, new double[] {0.1, 0.4, 0.35, 0.8})).isEqualTo(0.75);
    }

    @Test
    void tiesCountOneHalf() {
        boolean[] positive = {true, false, true, false};

        assertThat(RocAuc.of(positive, new double[] {0.5, 0.5, 0.5, 0.5})).isEqualTo(0.5);
        assertThat(RocAuc.of(positive, new double[] {0.0, -0.0, 0.0, -0.0})).isEqualTo(0.5);
    }

    @Test
    void equalsTheCountOverAllPairs() {
        Random random = new Random(7);
        boolean[] positive = new boolean[400];
        double[] scores = new double[400];
        for (int i = 0; i < scores.length; i++) {
            positive[i] = random.nextInt(3) == 0;
            scores[i] = random.nextInt(50);
        }

        assertThat(RocAuc.of(positive, scores)).isCloseTo(overAllPairs(positive, scores), within(1e-12));
    }

    private static double overAllPairs(boolean[] positive, double[] scores) {
        double wins = 0;
        long pairs = 0;
        for (int i = 0; i < scores.length; i++) {
            for (int j = 0; j < scores.length; j++) {
                if (positive[i] && !positive[j]) {
                    pairs++;
                    wins += scores[i] > scores[j] ? 1 : scores[i] == scores[j] ? 0.5 : 0;
                }
            }
        }
        return wins / pairs;
    }

    @Test
    void isNoNumberWhereNothingCanBeToldApart() {
        assertThat(RocAuc.of(new boolean[] {true, true}, new double[] {0.1, 0.2})).isNaN();
        assertThat(RocAuc.of(new boolean[0], new double[0])).isNaN();
        assertThat(RocAuc.of(new boolean[] {true, false}, new double[] {Double.NaN, 0.2})).isNaN();
    }
}
