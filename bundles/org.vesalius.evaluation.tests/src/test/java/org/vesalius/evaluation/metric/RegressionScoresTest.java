// SPDX-License-Identifier: EPL-2.0
package org.vesalius.evaluation.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class RegressionScoresTest {
    /** Computed with NumPy. */
    @Test
    void fiveValues() {
        RegressionScores scores = scores(new double[] {3.5, -1.25, 1000.5, 7, 2.25},
                new double[] {3, -1, 998, 7.5, 1.25});

        assertThat(scores.count()).isEqualTo(5);
        assertThat(scores.meanAbsoluteError()).isCloseTo(.95, within(1e-12));
        assertThat(scores.rootMeanSquaredError()).isCloseTo(1.25, within(1e-12));
        assertThat(scores.bias()).isCloseTo(-.65, within(1e-12));
        assertThat(scores.determination()).isCloseTo(.9999901882515034, within(1e-12));
    }

    @Test
    void theMeanExplainsNothing() {
        assertThat(scores(new double[] {1, 2, 6}, new double[] {3, 3, 3}).determination()).isZero();
    }

    @Test
    void farFromZeroNoDigitsAreLost() {
        double far = 1e9;

        assertThat(scores(new double[] {far + 1, far + 2, far + 3}, new double[] {far + 1, far + 2, far + 4})
                .determination()).isCloseTo(.5, within(1e-9));
    }

    @Test
    void whatIsNotKnownDoesNotCount() {
        RegressionScores scores = scores(new double[] {Double.NaN, 4}, new double[] {9, 5});

        assertThat(scores.count()).isEqualTo(1);
        assertThat(scores.meanAbsoluteError()).isEqualTo(1);
        assertThat(scores.determination()).isNaN();
        assertThat(new RegressionScores().rootMeanSquaredError()).isNaN();
    }

    private static RegressionScores scores(double[] truth, double[] predicted) {
        RegressionScores scores = new RegressionScores();
        for (int i = 0; i < truth.length; i++) {
            scores.add(truth[i], predicted[i]);
        }
        return scores;
    }
}
