// SPDX-License-Identifier: EPL-2.0
package org.vesalius.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Expected values were computed with NumPy after Obuchowski 1997; of samples that are all of different patients, with pROC (DeLong). */
class ClusteredAucTest {
    private static final double EXACT = 1e-10;
    private static final boolean[] TRUTH = new boolean[20];
    private static final double[] A = {.95, .9, .85, .8, .7, .6, .6, .3, .75, .6, .5, .45, .4, .4, .3, .25, .2, .15, .1, .05};
    private static final double[] B = {.8, .9, .55, .85, .4, .65, .7, .35, .6, .3, .55, .5, .45, .2, .25, .4, .15, .1, .3, .05};
    private static final Object[] PATIENTS = {1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 5, 6, 6, 7, 7, 8, 8, 3, 4, 9};

    static {
        Arrays.fill(TRUTH, 0, 8, true);
    }

    @Test
    void severalSamplesOfAPatient() {
        ClusteredAuc a = ClusteredAuc.of(TRUTH, A, PATIENTS);

        assertThat(a.value()).isCloseTo(.890625, within(EXACT));
        assertThat(a.standardError()).isCloseTo(.0903971608, within(EXACT));
        assertThat(ClusteredAuc.of(TRUTH, B, PATIENTS).standardError()).isCloseTo(.0625361585, within(EXACT));
        assertThat(a.positivePatients()).isEqualTo(4);
        assertThat(a.negativePatients()).isEqualTo(7);
    }

    @Test
    void eachOfAPatientOfItsOwnAsDeLong() {
        Object[] alone = IntStream.range(0, 20).boxed().toArray();
        ClusteredAuc a = ClusteredAuc.of(TRUTH, A, alone);

        assertThat(a.standardError() * a.standardError()).isCloseTo(.0059953610, within(EXACT));
        assertThat(a.lower()).isCloseTo(.631633, within(5e-7));
        assertThat(a.upper()).isCloseTo(.974792, within(5e-7));
        assertThat(a.turned().value()).isCloseTo(.109375, within(EXACT));
    }

    @Test
    void aPerfectOneHasNoError() {
        double[] perfect = IntStream.range(0, 20).mapToDouble(i -> -i).toArray();
        ClusteredAuc auc = ClusteredAuc.of(TRUTH, perfect, PATIENTS);

        assertThat(auc.value()).isEqualTo(1);
        assertThat(auc.standardError()).isZero();
        assertThat(auc.lower()).isEqualTo(1);
    }

    @Test
    void withoutPositivesThereIsNone() {
        assertThat(ClusteredAuc.of(new boolean[20], A, PATIENTS).value()).isNaN();
        assertThat(ClusteredAuc.of(new boolean[20], A, PATIENTS).standardError()).isNaN();
    }
}
