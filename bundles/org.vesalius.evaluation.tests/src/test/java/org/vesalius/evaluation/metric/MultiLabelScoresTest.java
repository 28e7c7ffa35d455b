// SPDX-License-Identifier: EPL-2.0
package org.vesalius.evaluation.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** Expected values are those of scikit-learn 1.2.1 unless said. */
class MultiLabelScoresTest {
    private static final Offset<Double> NINE_DIGITS = within(1e-9);
    private static final double NONE = Double.NaN;
    private static final double[][] TRUTH = {{1, 0, 1}, {0, 1, 0}, {1, 1, 0}, {0, 0, 0}, {1, 0, 0}, {0, 0, 1}};
    private static final double[][] SCORES =
            {{.9, .2, .6}, {.4, .7, .1}, {.8, .3, .4}, {.2, .6, .3}, {.3, .1, .2}, {.5, .2, .7}};

    private final MultiLabelScores scores = new MultiLabelScores(TRUTH, SCORES, 3);

    @Test
    void eachFindingByItself() {
        assertThat(scores.auc(0)).isCloseTo(.7777777777777778, NINE_DIGITS);
        assertThat(scores.auc(1)).isCloseTo(.875, NINE_DIGITS);
        assertThat(scores.auc(2)).isEqualTo(1);
        assertThat(scores.positives(0)).isEqualTo(3);
    }

    @Test
    void meansOverFindings() {
        assertThat(scores.macroAuc()).isCloseTo((.7777777777777778 + .875 + 1) / 3, NINE_DIGITS);
        assertThat(scores.meanAveragePrecision()).isCloseTo(.9, NINE_DIGITS);
        assertThat(scores.macroF1()).isCloseTo(.7222222222222222, NINE_DIGITS);
    }

    @Test
    void allFindingsTogether() {
        assertThat(scores.microAveragePrecision()).isCloseTo(.8571428571428571, NINE_DIGITS);
        assertThat(scores.microF1()).isCloseTo(.7142857142857143, NINE_DIGITS);
        assertThat(scores.hammingLoss()).isCloseTo(.2222222222222222, NINE_DIGITS);
    }

    @Test
    void samplesAsAWhole() {
        assertThat(scores.subsetAccuracy()).isCloseTo(1 / 3.0, NINE_DIGITS);
        assertThat(scores.rankingPrecision()).isCloseTo(.9722222222222222, NINE_DIGITS);
    }

    /** By hand: what isn't known is as if it weren't there. */
    @Test
    void whatIsNotKnownDoesNotCount() {
        MultiLabelScores gaps = new MultiLabelScores(
                new double[][] {{1, NONE}, {0, 1}, {NONE, 0}, {1, NONE}},
                new double[][] {{.9, .9}, {.6, .8}, {.99, .1}, {.5, .2}}, 2);

        assertThat(gaps.known(0)).isEqualTo(3);
        // .9 beats .6, .5 doesn't
        assertThat(gaps.auc(0)).isEqualTo(.5);
        assertThat(gaps.auc(1)).isEqualTo(1);
        // one of five known findings is decided wrongly: the .6
        assertThat(gaps.hammingLoss()).isCloseTo(.2, NINE_DIGITS);
        // only the second sample is known as a whole, and one of its findings is wrong
        assertThat(gaps.subsetAccuracy()).isZero();
    }

    @Test
    void aFindingThatNobodyHasIsLeftOutOfMeans() {
        MultiLabelScores rare = new MultiLabelScores(new double[][] {{1, 0}, {0, 0}},
                new double[][] {{.9, .9}, {.1, .1}}, 2);

        assertThat(rare.defined(1)).isFalse();
        assertThat(rare.auc(1)).isNaN();
        assertThat(rare.averagePrecision(1)).isNaN();
        assertThat(rare.macroAuc()).isEqualTo(1);
        assertThat(rare.meanAveragePrecision()).isEqualTo(1);
    }

    @Test
    void nothingKnownAtAll() {
        MultiLabelScores nothing = new MultiLabelScores(new double[][] {{NONE}}, new double[][] {{.5}}, 1);

        assertThat(nothing.macroAuc()).isNaN();
        assertThat(nothing.microAveragePrecision()).isNaN();
        assertThat(nothing.hammingLoss()).isNaN();
        assertThat(nothing.subsetAccuracy()).isNaN();
        assertThat(nothing.rankingPrecision()).isNaN();
    }
}
