// SPDX-License-Identifier: EPL-2.0
package org.vesalius.evaluation.survival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** Computed with NumPy. */
class DiscreteHazardsTest {
    private static final Offset<Double> TWELVE_DIGITS = within(1e-12);
    private static final double[] HAZARDS = {.1, .25, .4, .5};

    @Test
    void survivalIsTheProductOfWhatIsLeft() {
        assertThat(DiscreteHazards.survival(HAZARDS)).containsExactly(new double[] {.9, .675, .405, .2025}, TWELVE_DIGITS);
        assertThat(DiscreteHazards.risk(HAZARDS)).isCloseTo(-2.1825, TWELVE_DIGITS);
    }

    @Test
    void theSoonerItIsExpectedTheHigherTheRisk() {
        assertThat(DiscreteHazards.risk(new double[] {.5, .1})).isGreaterThan(DiscreteHazards.risk(new double[] {.1, .5}));
    }

    /** −ln(.9 · .75 · .4) for an event in the third interval; −ln(.9 · .75) for a follow-up of two. */
    @Test
    void likelihoodOfOneSample() {
        assertThat(DiscreteHazards.loss(HAZARDS, 2, true)).isCloseTo(1.3093333199837622, TWELVE_DIGITS);
        assertThat(DiscreteHazards.loss(HAZARDS, 2, false)).isCloseTo(.3930425881096072, TWELVE_DIGITS);
        assertThat(DiscreteHazards.loss(HAZARDS, 0, false)).isZero();
    }
}
