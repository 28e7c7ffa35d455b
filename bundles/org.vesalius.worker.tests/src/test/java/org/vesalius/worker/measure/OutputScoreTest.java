// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.vesalius.evaluation.OutputTask;
import org.vesalius.evaluation.output.OutputKind;
import org.vesalius.evaluation.output.OutputMeasure;
import org.vesalius.evaluation.survival.CoxLikelihood.Ties;
import org.vesalius.experiment.metric.Metric;
import org.vesalius.experiment.metric.MetricValues;
import org.vesalius.network.Loss;
import org.vesalius.network.NetworkFactory;
import org.vesalius.network.Output;
import org.vesalius.worker.data.BatchAssembler;
import org.vesalius.worker.data.CategoryTarget;
import org.vesalius.worker.spi.Batch;
import org.vesalius.worker.spi.StepResult;
import org.vesalius.worker.spi.Tensor;

class OutputScoreTest {
    private static final Tensor TRUTH = column(1, 0, 1);
    private static final Tensor SAID = column(0.9f, 0.1f, 0.8f);

    @Test
    void binaryCrossEntropyIsThatOfTheIssue() {
        OutputScore score = score("out", Loss.BINARY_CROSS_ENTROPY, true);

        assertThat(meanLoss(score, SAID, TRUTH)).isCloseTo(0.1446, within(1e-4));
        assertThat(accuracy(score, SAID, TRUTH)).isEqualTo(1);
        assertThat(accuracy(score, column(0.5f, 0.5f, 0.49f), TRUTH)).isEqualTo(1 / 3.0);
    }

    @Test
    void squaredErrorsAreMeans() {
        OutputScore score = score("out", Loss.MEAN_SQUARED_ERROR, false);

        // (0.01 + 0.01 + 0.04) / 3
        assertThat(meanLoss(score, SAID, TRUTH)).isCloseTo(0.02, within(1e-8));
    }

    @Test
    void categoriesAreRightWhenTheHighestIs() {
        OutputScore score = score("out", Loss.CATEGORICAL_CROSS_ENTROPY, true);
        Tensor said = new Tensor(new int[] {2, 3}, new float[] {0.2f, 0.5f, 0.3f, 0.6f, 0.3f, 0.1f});
        Tensor truth = new Tensor(new int[] {2, 3}, new float[] {0, 1, 0, 0, 0, 1});

        assertThat(accuracy(score, said, truth)).isEqualTo(0.5);
        // (-ln 0.5 - ln 0.1) / 2
        assertThat(meanLoss(score, said, truth)).isCloseTo(1.4978661, within(1e-6));
    }

    @Test
    void lossesOfSeveralOutputsAddUpAndAccuraciesAreAveraged() {
        Scores scores = new Scores(List.of(score("a", Loss.BINARY_CROSS_ENTROPY, true),
                score("b", Loss.BINARY_CROSS_ENTROPY, true)));
        Batch batch = Batch.weighted(Map.of(), Map.of("a", TRUTH, "b", TRUTH), new float[] {1, 1, 1});
        MetricValues metrics = scores.of(Map.of("a", SAID, "b", column(0.1f, 0.1f, 0.8f)), batch);

        assertThat(metrics.of(Metric.ACCURACY)).isCloseTo((3 + 2) / 6.0, within(1e-12));
        assertThat(metrics.of(Metric.LOSS)).isGreaterThan(0.2891);
    }

    @Test
    void theAccuracyOfALibraryThatKeepsNoOutputsIsUnknown() {
        Scores scores = new Scores(List.of(score("a", Loss.BINARY_CROSS_ENTROPY, true)));
        Batch batch = Batch.weighted(Map.of(), Map.of("a", TRUTH), new float[] {1, 1, 1});

        assertThat(scores.of(new StepResult(0.4, Map.of()), batch, known(batch))).isEqualTo(MetricValues.NONE.with(Metric.LOSS, 0.4));
    }

    @Test
    void aSampleOfManyRowsIsRightByItsShare() {
        OutputScore score = score("out", Loss.CATEGORICAL_CROSS_ENTROPY, true);
        Tensor said = new Tensor(new int[] {1, 2, 2, 2}, new float[] {0.9f, 0.1f, 0.4f, 0.6f, 0.5f, 0.5f, 0.2f, 0.8f});
        Tensor truth = new Tensor(new int[] {1, 2, 2, 2}, new float[] {1, 0, 1, 0, 1, 0, 0, 1});

        assertThat(accuracy(score, said, truth)).isEqualTo(0.75);
        // (-ln 0.9 - ln 0.4 - ln 0.5 - ln 0.8) / 4
        assertThat(meanLoss(score, said, truth)).isCloseTo(0.4844854, within(1e-6));
    }

    @Test
    void diceLooksAtAWholeSample() {
        OutputScore score = score("out", Loss.DICE, false);
        Tensor said = new Tensor(new int[] {2, 2, 1}, new float[] {0.5f, 0.5f, 0, 0.25f});
        Tensor truth = new Tensor(new int[] {2, 2, 1}, new float[] {1, 0, 0, 0});

        // 1 - (2·0.5 + 1)/(1 + 1 + 1) and 1 - 1/1.25
        assertThat(meanLoss(score, said, truth)).isCloseTo((1 / 3.0 + 0.2) / 2, within(1e-7));
    }

    @Test
    void diceIsTheMeanOverStructures() {
        OutputScore score = score("out", Loss.DICE, false);
        // of three places one is of the small structure
        Tensor said = new Tensor(new int[] {1, 3, 2}, new float[] {0.75f, 0.25f, 1, 0, 1, 0});
        Tensor truth = new Tensor(new int[] {1, 3, 2}, new float[] {0, 1, 1, 0, 1, 0});

        // 1 - (2·2 + 1)/(2 + 2.75 + 1) and 1 - (2·0.25 + 1)/(1 + 0.25 + 1)
        assertThat(meanLoss(score, said, truth)).isCloseTo((0.75 / 5.75 + 0.75 / 2.25) / 2, within(1e-7));
    }

    @Test
    void theWeightOfAnOutputScalesItsLoss() {
        OutputScore score = score("out", Loss.MEAN_ABSOLUTE_ERROR, false);
        score.output().setLossWeight(0.25);

        // (0.1 + 0.1 + 0.2) / 3
        assertThat(meanLoss(score, SAID, TRUTH)).isCloseTo(0.25 * 0.4 / 3, within(1e-7));
    }

    @Test
    void eachSampleCountsByItsWeight() {
        OutputScore score = score("out", Loss.MEAN_ABSOLUTE_ERROR, false);

        // (2·0.1 + 0.5·0.2) / 2: the second isn't known
        assertThat(score.meanLoss(SAID, TRUTH, column(2, 0, 0.5f))).isCloseTo(0.3 / 2, within(1e-7));
        assertThat(score.meanLoss(SAID, TRUTH, column(0, 0, 0))).isZero();
    }

    @Test
    void aValueThatIsNotKnownCountsNothing() {
        Tensor said = new Tensor(new int[] {2, 2}, new float[] {0.5f, 0.9f, 0.25f, 0.5f});
        Tensor truth = new Tensor(new int[] {2, 2}, new float[] {1, 0, 1, 0});
        Tensor weights = new Tensor(new int[] {2, 2}, new float[] {1, 0, 3, 1.5f});

        // (ln 2 + 3·ln 4 + 1.5·ln 2) / 3: three of four values are known
        assertThat(score("out", Loss.BINARY_CROSS_ENTROPY, true).meanLoss(said, truth, weights))
                .isCloseTo((1 + 6 + 1.5) * Math.log(2) / 3, within(1e-7));
        // (ln 2 + 3·ln 4) / 2
        assertThat(score("out", Loss.CATEGORICAL_CROSS_ENTROPY, true).meanLoss(said, truth, weights))
                .isCloseTo((1 + 6) * Math.log(2) / 2, within(1e-7));
        // 1 - (2·0.5 + 1)/(1 + 0.5 + 1), and nothing of the second sample
        Tensor mask = new Tensor(new int[] {2, 2}, new float[] {1, 0, 0, 0});
        assertThat(score("out", Loss.DICE, false).meanLoss(said, truth, mask)).isCloseTo(0.2, within(1e-7));
    }

    @Test
    void theAccuracyIsThatOfWhatIsKnown() {
        OutputScore score = score("out", Loss.BINARY_CROSS_ENTROPY, true);

        assertThat(score.accuracy(column(0.9f, 0.9f, 0.1f), TRUTH, column(1, 0, 1))).hasValue(0.5);
        assertThat(score.accuracy(SAID, TRUTH, column(0, 0, 0))).isEmpty();
    }

    /** Of several outputs each has values of its own beside those of the network. */
    @Test
    void eachOutputIsMeasuredByItself() {
        Scores scores = new Scores(List.of(score("a", Loss.BINARY_CROSS_ENTROPY, true),
                score("size", Loss.MEAN_SQUARED_ERROR, false)));
        Batch batch = Batch.weighted(Map.of(), Map.of("a", TRUTH, "size", TRUTH), new float[] {1, 1, 1});
        Map<String, Tensor> said = Map.of("a", SAID, "size", SAID);
        List<OutputMeasure> measures = scores.measures();
        scores.add(said, batch, known(batch), measures);
        MetricValues metrics = scores.of(scores.of(said, batch), measures);

        assertThat(metrics.of("loss:size")).isCloseTo(0.02, within(1e-8));
        assertThat(metrics.of("loss:a") + metrics.of("loss:size")).isCloseTo(metrics.of(Metric.LOSS), within(1e-12));
        assertThat(metrics.of("accuracy:a")).isEqualTo(1);
        assertThat(metrics.of("auc:a")).isEqualTo(1);
        // (0.1 + 0.1 + 0.2) / 3
        assertThat(metrics.of("mae:size")).isCloseTo(0.4 / 3, within(1e-7));
        assertThat(metrics.values()).doesNotContainKeys("auc", "mae", "auc:size", "accuracy:size");
    }

    /** What weighs nothing in training is known all the same: 1 of 2 pairs is in the right order. */
    @Test
    void aCategoryWithoutWeightIsMeasured() {
        Scores scores = new Scores(List.of(score("a", Loss.BINARY_CROSS_ENTROPY, true)));
        CategoryTarget target = new CategoryTarget("a", List.of("no", "yes"), new int[] {1}, false, new int[] {1, 0, 0,
            CategoryTarget.UNKNOWN}, new float[] {0, 1});
        BatchAssembler assembler = new BatchAssembler(List.of(), List.of(target));
        int[] samples = {2, 0, 3, 1};
        Batch batch = assembler.assembleTruths(samples);
        List<OutputMeasure> measures = scores.measures();
        scores.add(Map.of("a", column(.8f, .6f, .9f, .1f)), batch, assembler.known(samples, batch), measures);

        assertThat(measures.get(0).metrics().get("auc")).isEqualTo(.5);
        assertThat(assembler.known(samples, batch).get("a")).containsExactly(true, true, false, true);
    }

    /** A batch of 4 right answers, and one of which a single truth is known, which is missed: 4 of 5, not the mean .5. */
    @Test
    void theAccuracyOfASubsetIsThatOfItsKnownSamples() {
        Scores scores = new Scores(List.of(score("a", Loss.BINARY_CROSS_ENTROPY, true)));
        List<OutputMeasure> measures = scores.measures();
        Tensor truth = column(1, 0, 1, 0);
        Batch batch = Batch.weighted(Map.of(), Map.of("a", truth), new float[] {1, 1, 1, 1});
        scores.add(Map.of("a", truth), batch, known(batch), measures);
        scores.add(Map.of("a", column(.1f, .9f, .1f, .9f)), batch, Map.of("a", new boolean[] {true, false, false, false}),
                measures);

        MetricValues mean = MetricValues.NONE.with(Metric.LOSS, 1).with(Metric.ACCURACY, .5);
        assertThat(scores.of(mean, measures).of(Metric.ACCURACY)).isEqualTo(.8);
    }

    /** R survival 3.5-3 gives a likelihood of -8.6496749374 for all ten together, whatever the batches are. */
    @Test
    void coxComparesTheSamplesOfAllBatches() {
        Output output = NetworkFactory.eINSTANCE.createOutput();
        output.setName("risk");
        output.setLoss(Loss.COX_EFRON);
        Scores scores = new Scores(List.of(new OutputScore(output, OutputKind.cox("risk", Ties.EFRON), AnswerForm.PLAIN)));
        Tensor times = new Tensor(new int[] {10, 2},
                new float[] {1, 1, 1, 1, 2, 0, 3, 1, 3, 1, 3, 0, 4, 1, 5, 0, 6, 1, 7, 0});
        Tensor risks = column(1.2f, .3f, .8f, .9f, -.2f, .1f, .4f, -.5f, -1, -.3f);
        List<OutputMeasure> measures = scores.measures();
        double mean = 0;
        for (int start = 0; start < 10; start += 5) {
            Batch batch = Batch.weighted(Map.of(), Map.of("risk", rows(times, start)), new float[] {1, 1, 1, 1, 1});
            Map<String, Tensor> said = Map.of("risk", rows(risks, start));
            mean += scores.of(said, batch).of(Metric.LOSS) / 2;
            scores.add(said, batch, known(batch), measures);
        }

        MetricValues metrics = scores.of(MetricValues.NONE.with(Metric.LOSS, mean), measures);

        assertThat(metrics.of(Metric.LOSS)).isCloseTo(.86496749374, within(1e-6));
        assertThat(metrics.of("concordance")).isEqualTo(.8);
    }

    private static Tensor rows(Tensor of, int start) {
        int size = of.sampleSize();
        return new Tensor(new int[] {5, size}, Arrays.copyOfRange(of.values(), start * size, (start + 5) * size));
    }

    private static double meanLoss(OutputScore score, Tensor said, Tensor truth) {
        return score.meanLoss(said, truth, ones(truth));
    }

    private static Map<String, boolean[]> known(Batch batch) {
        Map<String, boolean[]> known = new HashMap<>();
        batch.targets().forEach((layer, truth) -> {
            known.put(layer, new boolean[truth.values().length]);
            Arrays.fill(known.get(layer), true);
        });
        return known;
    }

    private static double accuracy(OutputScore score, Tensor said, Tensor truth) {
        return score.accuracy(said, truth, ones(truth)).orElseThrow();
    }

    private static Tensor ones(Tensor truth) {
        float[] ones = new float[truth.values().length];
        Arrays.fill(ones, 1);
        return new Tensor(truth.shape(), ones);
    }

    private static OutputScore score(String name, Loss loss, boolean categorical) {
        Output output = NetworkFactory.eINSTANCE.createOutput();
        output.setName(name);
        output.setLoss(loss);
        OutputKind kind = categorical ? OutputKind.categories(name, List.of("no", "yes"))
                : OutputKind.of(name, OutputTask.REGRESSION, List.of("number"));
        return new OutputScore(output, kind, AnswerForm.PLAIN);
    }

    private static Tensor column(float... values) {
        return new Tensor(new int[] {values.length, 1}, values);
    }
}
