// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.dl4j.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.vesalius.network.ActivationFunction;
import org.vesalius.network.Loss;
import org.vesalius.network.NetworkFactory;
import org.vesalius.network.Output;

/** Losses of a batch of two samples, by hand, where some truths aren't known: twice the mean over those that are. */
class KnownTruthTest {
    private static final Offset<Double> NEAR = within(1e-12);
    private static final double LN2 = Math.log(2);

    private double[] gradient = {};

    private double loss(Loss loss, ActivationFunction function, int columns, double[] before, double[] truth, float... weights) {
        Output output = NetworkFactory.eINSTANCE.createOutput();
        output.setLoss(loss);
        gradient = new double[before.length];
        return BatchLoss.of(output, function, columns).evaluate(
                new BatchNumbers(2, before, truth, weights, new float[before.length], gradient), 1);
    }

    /** Sigmoid of 0, 0 and ln 3: 1/2, 1/2 and 3/4. */
    @Test
    void findingsCountWhereTheyAreKnown() {
        double[] before = {0, 7, Math.log(3), 0};
        double[] truth = {1, 0, 1, 0};

        assertThat(loss(Loss.BINARY_CROSS_ENTROPY, ActivationFunction.SIGMOID, 2, before, truth, 1, 0, 1, 1))
                .isCloseTo(2 * (LN2 + Math.log(4 / 3.0) + LN2) / 3, NEAR);
        assertThat(gradient).containsExactly(new double[] {-0.5 * 2 / 3, 0, -0.25 * 2 / 3, 0.5 * 2 / 3}, NEAR);
        assertThat(loss(Loss.BINARY_CROSS_ENTROPY, ActivationFunction.SIGMOID, 2, before, truth, 0, 0, 0, 0)).isZero();
        assertThat(gradient).containsOnly(0);
    }

    @Test
    void quantitiesCountWhereTheyAreKnown() {
        // 1² · 2 and 3², of two values
        assertThat(loss(Loss.MEAN_SQUARED_ERROR, ActivationFunction.LINEAR, 1, new double[] {1, 9, 3, 9}, new double[4], 2, 0, 1, 0))
                .isCloseTo(2 * (2 + 9) / 2.0, NEAR);
        assertThat(gradient).containsExactly(new double[] {4, 0, 6, 0}, NEAR);
    }

    /** Two steps a sample with two categories each, one of four steps unknown: softmax of (0, 0) and (ln 3, 0). */
    @Test
    void stepsCountWhereTheyAreKnown() {
        double[] before = {0, 0, 5, 5, Math.log(3), 0, 0, 0};
        double[] truth = {1, 0, 0, 0, 1, 0, 0, 1};

        assertThat(loss(Loss.CATEGORICAL_CROSS_ENTROPY, ActivationFunction.SOFTMAX, 2, before, truth, 1, 1, 0, 0, 1, 1, 1, 1))
                .isCloseTo(2 * (LN2 + Math.log(4 / 3.0) + LN2) / 3, NEAR);
        assertThat(gradient).containsExactly(new double[] {-1 / 3.0, 1 / 3.0, 0, 0, -1 / 6.0, 1 / 6.0, 1 / 3.0, -1 / 3.0}, NEAR);
    }

    /** 1 - (2·0.5 + 1)/(1 + 1 + 1) of the only sample whose truth is known. */
    @Test
    void structuresCountWhereTheyAreKnown() {
        assertThat(loss(Loss.DICE, ActivationFunction.LINEAR, 1, new double[] {0.5, 0.5, 0, 0.25}, new double[] {1, 0, 0, 0}, 1, 1, 0, 0))
                .isCloseTo(2 / 3.0, NEAR);
        // -(2·1·3 - 2)/9 and 2/9, twice
        assertThat(gradient).containsExactly(new double[] {-8 / 9.0, 4 / 9.0, 0, 0}, NEAR);
    }

    /** Two structures at two places: 1 - (2·0.5 + 1)/(1 + 1 + 1) and 1 - 1/(0.25 + 1), and nothing where no truth is known. */
    @Test
    void eachStructureHasADiceOfItsOwn() {
        double[] before = {0.5, 0.25, 0.5, 0};
        double[] truth = {1, 0, 0, 0};

        assertThat(loss(Loss.DICE, ActivationFunction.LINEAR, 2, concat(before), concat(truth), 1, 1, 1, 1, 0, 0, 0, 0))
                .isCloseTo(2 * (1 / 3.0 + 0.2) / 2, NEAR);
        // half of -(2·1·3 - 2)/9, 1/1.25², 2/9 and 1/1.25², twice
        assertThat(gradient).containsExactly(new double[] {-4 / 9.0, 0.64, 2 / 9.0, 0.64, 0, 0, 0, 0}, NEAR);
        assertThat(loss(Loss.DICE, ActivationFunction.LINEAR, 2, concat(before), concat(truth), 1, 0, 1, 0, 0, 0, 0, 0))
                .isCloseTo(2 / 3.0, NEAR);
    }

    /** A sample, and one of which nothing is known. */
    private static double[] concat(double[] sample) {
        return Arrays.copyOf(sample, 2 * sample.length);
    }
}
