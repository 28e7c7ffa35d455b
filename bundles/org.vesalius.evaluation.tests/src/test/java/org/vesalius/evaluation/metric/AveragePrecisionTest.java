// SPDX-License-Identifier: EPL-2.0
package org.vesalius.evaluation.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class AveragePrecisionTest {
    private static final boolean[] POSITIVE = positives(8, 20);
    private static final double[] A = {.95, .9, .85, .8, .7, .6, .6, .3, .75, .6, .5, .45, .4, .4, .3, .25, .2, .15, .1,
        .05};
    private static final double[] B = {.8, .9, .55, .85, .4, .65, .7, .35, .6, .3, .55, .5, .45, .2, .25, .4, .15, .1,
        .3, .05};

    /** scikit-learn 1.2.1. */
    @Test
    void twentySamplesWithTies() {
        assertThat(AveragePrecision.of(POSITIVE, A)).isCloseTo(.8652777778, within(1e-9));
        assertThat(AveragePrecision.of(POSITIVE, B)).isCloseTo(.8685897436, within(1e-9));
    }

    @Test
    void oneScoreForAllGivesThePrevalence() {
        assertThat(AveragePrecision.of(POSITIVE, new double[20])).isEqualTo(.4);
    }

    @Test
    void undefinedWithoutPositivesOrWithANaN() {
        assertThat(AveragePrecision.of(new boolean[2], new double[] {.1, .2})).isNaN();
        assertThat(AveragePrecision.of(new boolean[] {true, false}, new double[] {.1, Double.NaN})).isNaN();
    }

    private static boolean[] positives(int count, int all) {
        boolean[] positive = new boolean[all];
        Arrays.fill(positive, 0, count, true);
        return positive;
    }
}
