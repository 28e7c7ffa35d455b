// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.vesalius.experiment.event.Metrics;
import org.vesalius.network.Loss;
import org.vesalius.worker.spi.Batch;
import org.vesalius.worker.spi.StepResult;
import org.vesalius.worker.spi.Tensor;

class OutputScoreTest {
    private static final Tensor TRUTH = column(1, 0, 1);
    private static final Tensor SAID = column(0.9f, 0.1f, 0.8f);

    @Test
    void binaryCrossEntropyIsThatOfTheIssue() {
        OutputScore score = new OutputScore("out", Loss.BINARY_CROSS_ENTROPY, true);

        assertThat(score.meanLoss(SAID, TRUTH)).isCloseTo(0.1446, within(1e-4));
        assertThat(score.correct(SAID, TRUTH)).isEqualTo(3);
        assertThat(score.correct(column(0.5f, 0.5f, 0.49f), TRUTH)).isEqualTo(1);
    }

    @Test
    void squaredErrorsAreMeans() {
        OutputScore score = new OutputScore("out", Loss.MEAN_SQUARED_ERROR, false);

        // (0.01 + 0.01 + 0.04) / 3
        assertThat(score.meanLoss(SAID, TRUTH)).isCloseTo(0.02, within(1e-8));
    }

    @Test
    void categoriesAreRightWhenTheHighestIs() {
        OutputScore score = new OutputScore("out", Loss.CATEGORICAL_CROSS_ENTROPY, true);
        Tensor said = new Tensor(new int[] {2, 3}, new float[] {0.2f, 0.5f, 0.3f, 0.6f, 0.3f, 0.1f});
        Tensor truth = new Tensor(new int[] {2, 3}, new float[] {0, 1, 0, 0, 0, 1});

        assertThat(score.correct(said, truth)).isEqualTo(1);
        // (-ln 0.5 - ln 0.1) / 2
        assertThat(score.meanLoss(said, truth)).isCloseTo(1.4978661, within(1e-6));
    }

    @Test
    void lossesOfSeveralOutputsAddUpAndAccuraciesAreAveraged() {
        Scores scores = new Scores(List.of(new OutputScore("a", Loss.BINARY_CROSS_ENTROPY, true),
                new OutputScore("b", Loss.BINARY_CROSS_ENTROPY, true)));
        Batch batch = new Batch(Map.of(), Map.of("a", TRUTH, "b", TRUTH), new float[] {1, 1, 1}, 3);
        Metrics metrics = scores.of(Map.of("a", SAID, "b", column(0.1f, 0.1f, 0.8f)), batch);

        assertThat(metrics.accuracy()).isCloseTo((3 + 2) / 6.0, within(1e-12));
        assertThat(metrics.loss()).isGreaterThan(0.2891);
    }

    @Test
    void theAccuracyOfALibraryThatKeepsNoOutputsIsUnknown() {
        Scores scores = new Scores(List.of(new OutputScore("a", Loss.BINARY_CROSS_ENTROPY, true)));
        Batch batch = new Batch(Map.of(), Map.of("a", TRUTH), new float[] {1, 1, 1}, 3);

        assertThat(scores.of(new StepResult(0.4, Map.of()), batch)).isEqualTo(new Metrics(0.4, Double.NaN));
    }

    private static Tensor column(float... values) {
        return new Tensor(new int[] {values.length, 1}, values);
    }
}
