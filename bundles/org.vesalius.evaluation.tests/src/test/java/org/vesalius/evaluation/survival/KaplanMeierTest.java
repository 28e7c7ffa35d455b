// SPDX-License-Identifier: EPL-2.0
package org.vesalius.evaluation.survival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.vesalius.evaluation.survival.KaplanMeier.Point;

/** Values by R survival 3.5-3 and riskRegression 2022.11.28. */
class KaplanMeierTest {
    private static final Offset<Double> EXACT = within(1e-9);

    /** Remission of leukaemia in weeks under 6-mercaptopurine (Freireich et al., Blood 21, 1963). */
    private static final double[] WEEKS = {6, 6, 6, 6, 7, 9, 10, 10, 11, 13, 16, 17, 19, 20, 22, 23, 25, 32, 32, 34, 35};
    private static final boolean[] RELAPSES = {true, true, true, false, true, false, true, false, false, true, true, false,
        false, false, true, true, false, false, false, false, false};

    @Test
    void remissionOfLeukaemia() {
        KaplanMeier estimate = KaplanMeier.of(new SurvivalTimes(WEEKS, RELAPSES));

        assertThat(estimate.points()).extracting(Point::time).containsExactly(6.0, 7.0, 10.0, 13.0, 16.0, 22.0, 23.0);
        assertThat(estimate.points()).extracting(Point::atRisk).containsExactly(21, 17, 15, 12, 11, 7, 6);
        Point ten = estimate.points().get(2);
        assertThat(ten.share()).isCloseTo(.7529411765, EXACT);
        assertThat(ten.standardError()).isCloseTo(.0963496530, EXACT);
        assertThat(ten.lower()).isCloseTo(.5031995, within(1e-7));
        assertThat(ten.upper()).isCloseTo(.8893618, within(1e-7));
        assertThat(estimate.at(12.9)).isEqualTo(ten.share());
        assertThat(estimate.at(5.9)).isEqualTo(1);
        assertThat(estimate.points().get(6).share()).isCloseTo(.44817927170868355, EXACT);
        assertThat(estimate.median()).hasValue(23);
    }

    /** With 12 of 24 left it is exactly half, which is no product of floating-point numbers. */
    @Test
    void theMedianIsWhereHalfAreLeft() {
        double[] times = IntStream.rangeClosed(1, 24).asDoubleStream().toArray();
        boolean[] events = new boolean[24];
        Arrays.fill(events, true);

        assertThat(KaplanMeier.of(new SurvivalTimes(times, events)).median()).hasValue(12);
    }

    @Test
    void nobodyIsLeft() {
        KaplanMeier estimate = KaplanMeier.of(new SurvivalTimes(new double[] {2, 2}, new boolean[] {true, true}));

        assertThat(estimate.points().get(0).share()).isZero();
        assertThat(estimate.points().get(0).lower()).isNaN();
        assertThat(KaplanMeier.of(new SurvivalTimes(new double[] {2}, new boolean[1])).points()).isEmpty();
    }

    /** Survival is exp(-0.15·t·e^η). */
    @Test
    void brierScoresOfWhoIsFollowedUp() {
        double[] times = {2.5, 3.5, 4.5, 5.5, 6.5};
        double[] scores = Arrays.stream(times).map(time -> new SurvivalBrier(SurvivalCases.TIMES).at(time,
                Arrays.stream(SurvivalCases.LOG_HAZARDS).map(eta -> Math.exp(-.15 * time * Math.exp(eta))).toArray()))
                .toArray();

        assertThat(scores[0]).isCloseTo(.1415763397, EXACT);
        assertThat(scores[2]).isCloseTo(.1234848782, EXACT);
        assertThat(scores[4]).isCloseTo(.2005070943, EXACT);
        assertThat(SurvivalBrier.integrated(times, scores)).isCloseTo(.1413219979, EXACT);
    }
}
