// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.vesalius.evaluation.output.OutputKind;
import org.vesalius.experiment.metric.Metric;
import org.vesalius.experiment.metric.MetricValues;
import org.vesalius.network.Loss;
import org.vesalius.network.NetworkFactory;
import org.vesalius.network.Output;
import org.vesalius.worker.measure.AnswerForm;
import org.vesalius.worker.measure.OutputScore;
import org.vesalius.worker.measure.Scores;
import org.vesalius.worker.spi.Batch;
import org.vesalius.worker.spi.StepResult;
import org.vesalius.worker.spi.Tensor;

/** Batches in which more or fewer truths are known. */
class MetricsMeanTest {
    private static final Tensor FOUR = new Tensor(new int[] {4, 1}, new float[] {1, 0, 1, 0});
    private static final Tensor WRONG = new Tensor(new int[] {4, 1}, new float[] {.1f, .9f, .1f, .9f});

    private final MetricsMean mean = new MetricsMean();

    /** Four right answers, then one truth that is missed: 4 of 5, and (4·2 + 1·1) / 5; batches that count alike would say 1.5. */
    @Test
    void accuracyAndLossAreThoseOfTheKnownSamples() {
        Scores scores = new Scores(List.of(score("a")));
        Map<String, Tensor> truth = Map.of("a", FOUR);
        add(scores, new StepResult(2, Map.of("a", FOUR)), Batch.weighted(Map.of(), truth, new float[] {1, 1, 1, 1}),
                Map.of("a", known(4)));
        add(scores, new StepResult(1, Map.of("a", WRONG)), Batch.weighted(Map.of(), truth, new float[] {1, 0, 0, 0}),
                Map.of("a", known(1)));

        assertThat(scores.of(mean.mean()).of(Metric.ACCURACY)).isEqualTo(.8);
        assertThat(scores.of(mean.mean()).of(Metric.LOSS)).isEqualTo(1.8);
    }

    /** Output a: (4·1 + 1·6) / 5 = 2; output b: (4·3 + 4·1) / 8 = 2. */
    @Test
    void theLossIsTheSumOfThoseOfTheOutputs() {
        Scores scores = new Scores(List.of(score("a"), score("b")));
        Map<String, Tensor> all = Map.of("a", FOUR, "b", FOUR);
        add(scores, new StepResult(4, Map.of("a", 1.0, "b", 3.0), all), Batch.weighted(Map.of(), all, new float[] {1, 1, 1, 1}),
                Map.of("a", known(4), "b", known(4)));
        Batch part = new Batch(Map.of(), all, Map.of("a", new Tensor(new int[] {4, 1}, new float[] {1, 0, 0, 0}), "b",
                new Tensor(new int[] {4, 1}, new float[] {1, 1, 1, 1})), 4);
        add(scores, new StepResult(7, Map.of("a", 6.0, "b", 1.0), all), part, Map.of("a", known(1), "b", known(4)));

        MetricValues metrics = scores.of(mean.mean());
        assertThat(metrics.of("loss:a")).isEqualTo(2);
        assertThat(metrics.of("loss:b")).isEqualTo(2);
        assertThat(metrics.of(Metric.LOSS)).isEqualTo(4);
    }

    /** What weighs nothing in the loss is known all the same: 1 of 4 is right. */
    @Test
    void aCategoryWithoutWeightCounts() {
        Scores scores = new Scores(List.of(score("a")));
        Batch batch = Batch.weighted(Map.of(), Map.of("a", FOUR), new float[] {0, 0, 1, 0});
        Tensor said = new Tensor(new int[] {4, 1}, new float[] {.1f, .9f, .9f, .9f});
        add(scores, new StepResult(1, Map.of("a", said)), batch, Map.of("a", known(4)));

        assertThat(scores.of(mean.mean()).of(Metric.ACCURACY)).isEqualTo(.25);
    }

    /** Output a: 4 of 5; output b: 4 of 8; the network: their mean. */
    @Test
    void severalOutputsCountAlike() {
        Scores scores = new Scores(List.of(score("a"), score("b")));
        Batch batch = Batch.weighted(Map.of(), Map.of("a", FOUR, "b", FOUR), new float[] {1, 1, 1, 1});
        add(scores, new StepResult(1, Map.of("a", FOUR, "b", FOUR)), batch, Map.of("a", known(4), "b", known(4)));
        add(scores, new StepResult(1, Map.of("a", WRONG, "b", WRONG)), batch, Map.of("a", known(1), "b", known(4)));

        MetricValues metrics = scores.of(mean.mean());
        assertThat(metrics.of("accuracy:a")).isEqualTo(.8);
        assertThat(metrics.of("accuracy:b")).isEqualTo(.5);
        assertThat(metrics.of(Metric.ACCURACY)).isCloseTo(.65, within(1e-12));
    }

    private void add(Scores scores, StepResult step, Batch batch, Map<String, boolean[]> known) {
        mean.add(scores.of(step, batch, known), batch.size(), scores.rows(batch, known));
    }

    private static boolean[] known(int first) {
        boolean[] known = new boolean[FOUR.batch()];
        Arrays.fill(known, 0, first, true);
        return known;
    }

    private static OutputScore score(String name) {
        Output output = NetworkFactory.eINSTANCE.createOutput();
        output.setName(name);
        output.setLoss(Loss.BINARY_CROSS_ENTROPY);
        return new OutputScore(output, OutputKind.categories(name, List.of("no", "yes")), AnswerForm.PLAIN);
    }
}
