// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vesalius.core.ErrorKind;
import org.vesalius.core.ReportedException;
import org.vesalius.evaluation.output.OutputKind;
import org.vesalius.worker.measure.AnswerForm;
import org.vesalius.worker.measure.OutputScore;
import org.vesalius.worker.measure.Scores;
import org.vesalius.network.Loss;
import org.vesalius.network.NetworkFactory;
import org.vesalius.network.Output;
import org.vesalius.worker.spi.Batch;
import org.vesalius.worker.spi.Tensor;
import org.vesalius.worker.state.LossCourse;

class DivergenceTest {
    /** Of two categories of equal size. */
    private static final double LN_2 = 0.693147;

    @Test
    void whatOneKnowsWithoutLookingIsTheEntropyOfTheCategories() {
        // -(0.75 ln 0.75 + 0.25 ln 0.25)
        assertThat(constant(Loss.BINARY_CROSS_ENTROPY, 1, weights(1, 1, 1, 1), 1, 1, 1, 0))
                .isCloseTo(0.5623351, within(1e-6));
        // 2, 1 and 1 of 4: 1.5 ln 2
        assertThat(constant(Loss.CATEGORICAL_CROSS_ENTROPY, 3, weights(1, 1, 1, 1), 1, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0, 1))
                .isCloseTo(1.0397208, within(1e-6));
    }

    @Test
    void weightsMoveTheMeanAndTheLoss() {
        // three of weight 1 and one of weight 3: the weighted mean is 0.5, the loss 6 ln 2 / 4
        assertThat(constant(Loss.BINARY_CROSS_ENTROPY, 1, weights(1, 1, 1, 3), 1, 1, 1, 0))
                .isCloseTo(1.0397208, within(1e-6));
        assertThat(constant(Loss.BINARY_CROSS_ENTROPY, 1, weights(0, 0), 1, 0)).isZero();
    }

    @Test
    void ofNumbersItIsTheirSpread() {
        // of 1, 2, 3, 6: the mean is 3; (4 + 1 + 0 + 9) / 4 and (2 + 1 + 0 + 3) / 4
        assertThat(constant(Loss.MEAN_SQUARED_ERROR, 1, weights(1, 1, 1, 1), 1, 2, 3, 6)).isCloseTo(3.5, within(1e-6));
        assertThat(constant(Loss.MEAN_ABSOLUTE_ERROR, 1, weights(1, 1, 1, 1), 1, 2, 3, 6)).isCloseTo(1.5, within(1e-6));
    }

    @Test
    void anExplosionThatStaysEndsTheTraining() {
        Training training = new Training(LN_2, 0.7);
        training.epoch(2.5e10, true);

        assertThatThrownBy(() -> training.epoch(2.4e10, true)).isInstanceOfSatisfying(ReportedException.class,
                error -> {
                    assertThat(error.kind()).isEqualTo(ErrorKind.TRAINING_FAILED);
                    assertThat(error.getMessage()).contains("diverged").contains("epoch 2").contains("2.400e+10")
                            .contains("0.7000");
                    assertThat(error.remedy()).contains("learning rate (it was 1000.0)");
                });
    }

    @Test
    void aTrainingThatEndsAstrayDiverged() {
        assertThatThrownBy(() -> new Training(LN_2, 0.7).lastEpoch(80, false)).hasMessageContaining("diverged");
        // 11 is what a saturated sigmoid has for two categories, were its answer always the same one
        assertThatThrownBy(() -> new Training(LN_2, 0.7).lastEpoch(11, true)).hasMessageContaining("diverged");
    }

    @Test
    void anExplosionThatIsOvercomeIsNone() {
        Training training = new Training(LN_2, 0.7);
        for (double loss : new double[] {1e6, 4e5, 1e4, 300, 2, 0.6}) {
            training.epoch(loss, false);
        }
        assertThatCode(() -> training.lastEpoch(0.5, false)).doesNotThrowAnyException();
    }

    @Test
    void learningSlowlyIsNoDivergence() {
        Training training = new Training(LN_2, 0.7);
        for (int i = 0; i < 50; i++) {
            training.epoch(0.6932 - i * 1e-6, true);
        }
        assertThatCode(() -> training.lastEpoch(0.6931, true)).doesNotThrowAnyException();
    }

    @Test
    void largeNumbersToPredictAreNoDivergence() {
        // targets near 1000 with a spread of 1: the untrained network is a million times worse than their mean
        Training training = new Training(1, 1e6);
        training.epoch(0.99e6, true);
        training.epoch(0.98e6, true);
        assertThatCode(() -> training.lastEpoch(0.97e6, true)).doesNotThrowAnyException();
    }

    @Test
    void tinyLossesMayGrow() {
        Training training = new Training(0, 1e-7);
        training.epoch(1e-4, false);
        assertThatCode(() -> training.lastEpoch(1e-3, false)).doesNotThrowAnyException();
    }

    @Test
    void twiceTheLossWithAnswersThatDifferIsNoDivergence() {
        Training training = new Training(LN_2, 0.7);
        training.epoch(5, false);
        assertThatCode(() -> training.lastEpoch(5, false)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void aLossThatIsNoFiniteNumberEndsItAtOnce(double loss) {
        assertThatThrownBy(() -> Divergence.check(loss, "iteration 7 of epoch 1", 1e30))
                .hasMessageContaining("diverged").hasMessageContaining("iteration 7 of epoch 1");
    }

    @Test
    void answersAreTheSameUpToRounding() {
        assertThat(answers(0.25f, 0.25f, 0.25f + 1e-7f)).isTrue();
        assertThat(answers(1000, 1000.0001f)).isTrue();
        assertThat(answers(0.25f, 0.25f, 0.2501f)).isFalse();
        assertThat(answers(0.25f)).as("a single one").isFalse();
        assertThat(answers(Float.NaN, Float.NaN)).isFalse();
    }

    private static boolean answers(float... values) {
        SameAnswers answers = new SameAnswers();
        for (float value : values) {
            answers.add(Map.of("out", column(value)), 1);
        }
        return answers.found();
    }

    private static double constant(Loss loss, int columns, float[] weights, float... truth) {
        Output output = NetworkFactory.eINSTANCE.createOutput();
        output.setName("out");
        output.setLoss(loss);
        int samples = truth.length / columns;
        Batch batch = Batch.weighted(Map.of(), Map.of("out", new Tensor(new int[] {samples, columns}, truth)), weights);
        return new ConstantAnswer(batch, new Scores(List.of(new OutputScore(output,
                OutputKind.categories("out", List.of("no", "yes")), AnswerForm.PLAIN)))).loss();
    }

    private static Tensor column(float... values) {
        return new Tensor(new int[] {values.length, 1}, values);
    }

    private static float[] weights(float... weights) {
        return weights;
    }

    /** Epoch after epoch, each with the loss it is given. */
    private static final class Training {
        private final Divergence divergence;
        private final double start;
        private LossCourse course = LossCourse.FRESH;
        private int epoch;

        Training(double constantAnswer, double start) {
            divergence = new Divergence(constantAnswer);
            this.start = start;
        }

        void epoch(double loss, boolean same) {
            train(loss, same, false);
        }

        void lastEpoch(double loss, boolean same) {
            train(loss, same, true);
        }

        private void train(double loss, boolean same, boolean last) {
            LossCourse after = divergence.follow(course, epoch == 0 ? start : loss, loss, same);
            epoch++;
            divergence.check(course, after, epoch, last, 1000);
            course = after;
        }
    }
}
