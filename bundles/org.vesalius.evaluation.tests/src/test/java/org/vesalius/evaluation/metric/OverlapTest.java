// SPDX-License-Identifier: EPL-2.0
package org.vesalius.evaluation.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class OverlapTest {
    /** Rows 1–5, columns 1–5 against rows 2–6, columns 2–8 of a grid: 25 and 35 places, 16 in both. */
    @Test
    void twoRectangles() {
        Overlap overlap = new Overlap(16, 25, 35);

        assertThat(overlap.dice()).isCloseTo(.5333333333333333, within(1e-15));
        assertThat(overlap.iou()).isCloseTo(.36363636363636365, within(1e-15));
        assertThat(overlap.sensitivity()).isEqualTo(.64);
        assertThat(overlap.precision()).isCloseTo(16 / 35.0, within(1e-15));
    }

    @Test
    void oneEmptyIsMissedBothEmptyIsUndefined() {
        assertThat(new Overlap(0, 12, 0).dice()).isZero();
        assertThat(new Overlap(0, 0, 12).iou()).isZero();
        assertThat(Overlap.NONE.dice()).isNaN();
        assertThat(Overlap.NONE.iou()).isNaN();
    }

    @Test
    void addsUp() {
        assertThat(new Overlap(1, 2, 3).plus(new Overlap(4, 5, 6))).isEqualTo(new Overlap(5, 7, 9));
    }
}
