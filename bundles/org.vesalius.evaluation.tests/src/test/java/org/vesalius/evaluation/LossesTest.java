// SPDX-License-Identifier: EPL-2.0
package org.vesalius.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** The expected values are computed by hand for y = [1, 0, 1] and ŷ = [0.9, 0.1, 0.8]. */
class LossesTest {
    private static final double[] TRUTH = {1, 0, 1};
    private static final double[] PREDICTED = {0.9, 0.1, 0.8};

    @Test
    void squares() {
        // (0.01 + 0.01 + 0.04) / 2 and / 3
        assertThat(Losses.halfSumOfSquares(TRUTH, PREDICTED)).isCloseTo(0.03, within(1e-12));
        assertThat(Losses.meanSquaredError(TRUTH, PREDICTED)).isCloseTo(0.02, within(1e-12));
    }

    @Test
    void binaryCrossEntropy() {
        // 2 · 0.105361 + 0.223144
        assertThat(Losses.binaryCrossEntropySum(TRUTH, PREDICTED)).isCloseTo(0.4339, within(5e-5));
        assertThat(Losses.binaryCrossEntropy(TRUTH, PREDICTED)).isCloseTo(0.1446, within(5e-5));
    }

    @Test
    void categoricalCrossEntropyIsThatOfTheTrueCategory() {
        double[][] predicted = {{0.2, 0.5, 0.3}, {0.7, 0.2, 0.1}};

        // (−ln 0.5 − ln 0.1) / 2 = (0.693147 + 2.302585) / 2
        assertThat(Losses.categoricalCrossEntropy(new int[] {1, 2}, predicted)).isCloseTo(1.497866, within(1e-6));
    }

    @Test
    void aWrongCertaintyCostsMuchButNotInfinitelyMuch() {
        double loss = Losses.binaryCrossEntropy(new double[] {1}, new double[] {0});

        // −ln 1e−7
        assertThat(loss).isCloseTo(16.118096, within(1e-6));
    }

    @Test
    void asManyPredictionsAsTruths() {
        assertThatThrownBy(() -> Losses.meanSquaredError(TRUTH, new double[2]))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("3 true and 2 predicted");
    }
}
