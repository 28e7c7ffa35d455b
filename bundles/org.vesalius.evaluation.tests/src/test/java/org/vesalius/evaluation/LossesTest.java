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
    void absoluteAndHuber() {
        double[] truth = {0, 0, 5};
        double[] predicted = {0.5, -3, 4};

        // (0.5 + 3 + 1) / 3
        assertThat(Losses.meanAbsoluteError(truth, predicted)).isCloseTo(1.5, within(1e-12));
        // δ = 1: 0.125, 1·(3 − 0.5) and 0.5; δ = 2: 0.125, 2·(3 − 1) and 0.5
        assertThat(Losses.huber(truth, predicted, 1)).isCloseTo(3.125 / 3, within(1e-12));
        assertThat(Losses.huber(truth, predicted, 2)).isCloseTo(4.625 / 3, within(1e-12));
    }

    @Test
    void focalCountsEasyCasesLess() {
        // −0.25·0.1²·ln 0.9, −0.75·0.1²·ln 0.9 and −0.25·0.2²·ln 0.8
        double expected = (0.0025 * 0.1053605157 + 0.0075 * 0.1053605157 + 0.01 * 0.2231435513) / 3;
        assertThat(Losses.focal(TRUTH, PREDICTED, 2, 0.25)).isCloseTo(expected, within(1e-12));
        assertThat(Losses.focal(TRUTH, PREDICTED, 0, 0.5))
                .isCloseTo(Losses.binaryCrossEntropy(TRUTH, PREDICTED) / 2, within(1e-12));
    }

    @Test
    void hingeAndPoisson() {
        // max(0, 1 − 0.9), max(0, 1 + 0.1), max(0, 1 − 0.8)
        assertThat(Losses.hinge(TRUTH, PREDICTED)).isCloseTo(1.4 / 3, within(1e-12));
        // 2 − 3·ln 2 and 0.5 − 0
        assertThat(Losses.poisson(new double[] {3, 0}, new double[] {2, 0.5})).isCloseTo((2 - 2.0794415417 + 0.5) / 2,
                within(1e-6));
    }

    @Test
    void sharesOfCategories() {
        double[][] truth = {{0.5, 0.5, 0}, {0, 1, 0}};
        double[][] predicted = {{0.25, 0.5, 0.25}, {0.2, 0.7, 0.1}};

        // (0.5·1.386294 + 0.5·0.693147 + 0.356675) / 2
        assertThat(Losses.categoricalCrossEntropy(truth, predicted)).isCloseTo(0.6981978, within(1e-7));
        // (0.5·ln 2 + 0.356675) / 2
        assertThat(Losses.kullbackLeibler(truth, predicted)).isCloseTo(0.3516243, within(1e-7));
    }

    @Test
    void diceOfAStructureAndOfNone() {
        double[][] truth = {{1, 1, 0, 0}, {0, 0, 0, 0}};
        double[][] predicted = {{1, 0.5, 0.5, 0}, {0, 0, 0, 0}};

        // 1 − (2·1.5 + 1)/(2 + 2 + 1) and 1 − 1/1
        assertThat(Losses.dice(truth, predicted)).isCloseTo(0.1, within(1e-12));
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
