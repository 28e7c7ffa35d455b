// SPDX-License-Identifier: EPL-2.0
package org.vesalius.evaluation.survival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.vesalius.evaluation.survival.SurvivalCases.LOG_HAZARDS;
import static org.vesalius.evaluation.survival.SurvivalCases.TIMES;

import java.util.Arrays;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.vesalius.evaluation.survival.CoxLikelihood.Ties;

class CoxLikelihoodTest {
    private static final Offset<Double> NINE_DIGITS = within(1e-9);
    private static final Offset<Double> EIGHT_DIGITS = within(1e-8);

    /** R survival 3.5-3; the gradient by NumPy. */
    @Test
    void breslow() {
        CoxLikelihood.Value value = new CoxLikelihood(Ties.BRESLOW).at(TIMES, LOG_HAZARDS);

        assertThat(value.logLikelihood()).isCloseTo(-9.068724274318967, NINE_DIGITS);
        assertThat(value.gradient()).containsExactly(new double[] {.54161261, .8136336, -.30726626, .01234914, .67123959,
            -.44378014, -.06421048, -.43267569, .4057567, -1.19665906}, EIGHT_DIGITS);
    }

    /** R survival 3.5-3; the gradient by NumPy. */
    @Test
    void efron() {
        CoxLikelihood.Value value = new CoxLikelihood(Ties.EFRON).at(TIMES, LOG_HAZARDS);

        assertThat(value.logLikelihood()).isCloseTo(-8.649674937350053, NINE_DIGITS);
        assertThat(value.gradient()).containsExactly(new double[] {.6341882, .85127202, -.33678884, .09711517, .69945575,
            -.49854211, -.13813141, -.4627297, .38752802, -1.2333671}, EIGHT_DIGITS);
    }

    @ParameterizedTest
    @EnumSource
    void gradientByCentralDifferences(Ties ties) {
        CoxLikelihood likelihood = new CoxLikelihood(ties);
        double[] gradient = likelihood.at(TIMES, LOG_HAZARDS).gradient();
        double step = 1e-5;
        for (int i = 0; i < gradient.length; i++) {
            double[] more = LOG_HAZARDS.clone();
            more[i] += step;
            double[] less = LOG_HAZARDS.clone();
            less[i] -= step;
            double slope = (likelihood.at(TIMES, more).logLikelihood() - likelihood.at(TIMES, less).logLikelihood())
                    / (2 * step);
            assertThat(gradient[i]).isCloseTo(slope, within(1e-8));
        }
    }

    /** The likelihood compares samples only, so a number added to all changes nothing, however large it is. */
    @ParameterizedTest
    @EnumSource
    void onlyDifferencesOfHazardsCount(Ties ties) {
        double[] higher = Arrays.stream(LOG_HAZARDS).map(eta -> eta + 5000).toArray();

        assertThat(new CoxLikelihood(ties).at(TIMES, higher).logLikelihood())
                .isCloseTo(new CoxLikelihood(ties).at(TIMES, LOG_HAZARDS).logLikelihood(), NINE_DIGITS);
    }

    /** By hand: the first event is beyond doubt, the second has an even chance. */
    @Test
    void hazardsFarApartStayNumbers() {
        SurvivalTimes three = new SurvivalTimes(new double[] {1, 2, 3}, new boolean[] {true, true, false});

        CoxLikelihood.Value value = new CoxLikelihood(Ties.EFRON).at(three, new double[] {2000, -2000, -2000});

        assertThat(value.logLikelihood()).isCloseTo(-Math.log(2), NINE_DIGITS);
        assertThat(value.gradient()).containsExactly(new double[] {0, .5, -.5}, NINE_DIGITS);
    }

    @Test
    void withoutEventsThereIsNothingToSay() {
        SurvivalTimes followed = new SurvivalTimes(new double[] {1, 2}, new boolean[2]);

        CoxLikelihood.Value value = new CoxLikelihood(Ties.EFRON).at(followed, new double[] {.3, .4});

        assertThat(value.logLikelihood()).isZero();
        assertThat(value.gradient()).containsExactly(0, 0);
        assertThat(new CoxLikelihood(Ties.BRESLOW).at(new SurvivalTimes(new double[0], new boolean[0]), new double[0])
                .logLikelihood()).isZero();
    }
}
