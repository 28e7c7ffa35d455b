// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.dl4j.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.vesalius.network.ActivationFunction;
import org.vesalius.network.Loss;
import org.vesalius.network.NetworkFactory;
import org.vesalius.network.Output;

/** Losses by hand: for y = [1, 0, 1] and ŷ = [0.9, 0.1, 0.8]. */
class RowLossTest {

    private static final double[] TARGET = {1, 0, 1};
    private static final double[] OUTPUT = {0.9, 0.1, 0.8};

    @Test
    void meanSquaredError() {
        // half the sum of squares, ½(0.01 + 0.01 + 0.04), is 0.03
        double mean = value(Loss.MEAN_SQUARED_ERROR, ActivationFunction.LINEAR, OUTPUT, TARGET);
        assertThat(mean).isCloseTo(2 * 0.03 / 3, within(1e-12));
    }

    @Test
    void binaryCrossEntropyOfProbabilitiesAndOfLogits() {
        // -(ln 0.9 + ln 0.9 + ln 0.8) = 0.43386
        double expected = 0.4338645826298624 / 3;
        double[] logits = new double[OUTPUT.length];
        for (int i = 0; i < logits.length; i++) {
            logits[i] = Math.log(OUTPUT[i] / (1 - OUTPUT[i]));
        }
        assertThat(value(Loss.BINARY_CROSS_ENTROPY, ActivationFunction.LINEAR, OUTPUT, TARGET))
                .isCloseTo(expected, within(1e-12));
        assertThat(value(Loss.BINARY_CROSS_ENTROPY, ActivationFunction.SIGMOID, logits, TARGET))
                .isCloseTo(expected, within(1e-12));
    }

    @Test
    void categoricalCrossEntropy() {
        double[] probabilities = {0.7, 0.2, 0.1};
        double[] logits = {Math.log(0.7) + 5, Math.log(0.2) + 5, Math.log(0.1) + 5};
        double[] second = {0, 1, 0};
        assertThat(value(Loss.CATEGORICAL_CROSS_ENTROPY, ActivationFunction.LINEAR, probabilities, second))
                .isCloseTo(-Math.log(0.2), within(1e-12));
        assertThat(value(Loss.CATEGORICAL_CROSS_ENTROPY, ActivationFunction.SOFTMAX, logits, second))
                .isCloseTo(-Math.log(0.2), within(1e-12));
    }

    @Test
    void hugeLogitsStayFinite() {
        double[] logits = {1000, -1000, -1000};
        assertThat(value(Loss.BINARY_CROSS_ENTROPY, ActivationFunction.SIGMOID, logits, TARGET))
                .isCloseTo(1000.0 / 3, within(1e-9));
        assertThat(value(Loss.CATEGORICAL_CROSS_ENTROPY, ActivationFunction.SOFTMAX, logits, new double[] {0, 1, 0}))
                .isCloseTo(2000, within(1e-9));
    }

    @Test
    void certainProbabilitiesStayFinite() {
        assertThat(value(Loss.BINARY_CROSS_ENTROPY, ActivationFunction.LINEAR, new double[] {0, 1, 1}, TARGET))
                .isCloseTo(2 * -Math.log(1e-7) / 3, within(1e-6));
    }

    private static double value(Loss loss, ActivationFunction function, double[] before, double[] target) {
        Output output = NetworkFactory.eINSTANCE.createOutput();
        output.setLoss(loss);
        return RowLoss.of(output, function).evaluate(before, target, new double[] {1, 1, 1}, new double[3], new double[3]);
    }
}
