// SPDX-License-Identifier: EPL-2.0
package org.vesalius.evaluation.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.gson.JsonObject;
import java.util.Arrays;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.vesalius.evaluation.OutputTask;
import org.vesalius.evaluation.survival.CoxLikelihood.Ties;

/** Counted by hand unless said. */
class OutputMeasureTest {
    private static final Offset<Double> SINGLE = within(1e-6);

    /** Sigmoid of one unit and softmax of two say the same. */
    @Test
    void twoCategories() {
        OutputMeasure one = OutputKind.categories("finding", List.of("clear", "opacity")).measure();
        OutputMeasure two = OutputKind.categories("finding", List.of("clear", "opacity")).measure();
        float[] scores = {.9f, .4f, .6f, .2f};
        int[] truths = {1, 1, 0, 0};
        for (int i = 0; i < scores.length; i++) {
            one.add(answer(new float[] {scores[i]}, truths[i]));
            two.add(answer(new float[] {1 - scores[i], scores[i]}, 1 - truths[i], truths[i]));
        }

        assertThat(one.metrics()).containsEntry("accuracy", .5).containsEntry("auc", .75)
                .containsEntry("sensitivity", .5).containsEntry("specificity", .5).isEqualTo(two.metrics());
        assertThat(one.toJson().getAsJsonObject("counts").get("opacity").getAsInt()).isEqualTo(2);
    }

    /** scikit-learn 1.2.1. */
    @Test
    void severalFindings() {
        OutputMeasure measure = OutputKind.of("findings", OutputTask.MULTI_LABEL, List.of("a", "b", "c")).measure();
        measure.add(answer(new float[] {.9f, .2f, .6f}, 1, 0, 1));
        measure.add(answer(new float[] {.4f, .7f, .1f}, 0, 1, 0));
        measure.add(answer(new float[] {.8f, .3f, .4f}, 1, 1, 0));
        measure.add(answer(new float[] {.2f, .6f, .3f}, 0, 0, 0));
        measure.add(answer(new float[] {.3f, .1f, .2f}, 1, 0, 0));
        measure.add(answer(new float[] {.5f, .2f, .7f}, 0, 0, 1));
        measure.add(Answer.unknown(new float[] {1, 1, 1}));

        assertThat(measure.metrics().get("average-precision")).isCloseTo(.9, SINGLE);
        assertThat(measure.metrics().get("micro-average-precision")).isCloseTo(.8571428571, SINGLE);
        assertThat(measure.metrics().get("hamming-loss")).isCloseTo(2 / 9.0, SINGLE);
        assertThat(measure.toJson().get("n").getAsInt()).isEqualTo(6);
        assertThat(measure.toJson().getAsJsonObject("findings").getAsJsonObject("b").get("auc").getAsDouble())
                .isEqualTo(.875);
    }

    @Test
    void aFindingThatNobodyHasIsNamed() {
        OutputMeasure measure = OutputKind.of("findings", OutputTask.MULTI_LABEL, List.of("often", "never")).measure();
        measure.add(answer(new float[] {.9f, .2f}, 1, 0));
        measure.add(answer(new float[] {.4f, .2f}, 0, 0));

        JsonObject json = measure.toJson();

        assertThat(json.get("auc").getAsDouble()).isEqualTo(1);
        assertThat(json.getAsJsonArray("undefined").toString()).isEqualTo("[\"never\"]");
        assertThat(json.get("explanation").getAsString()).contains("never");
    }

    @Test
    void severalQuantitiesOfWhichSomeAreUnknown() {
        OutputMeasure measure = OutputKind.of("sizes", OutputTask.REGRESSION, List.of("length", "width")).measure();
        measure.add(new Answer(new float[] {3, 10}, new float[] {1, 8}, new boolean[] {true, true}));
        measure.add(new Answer(new float[] {5, 99}, new float[] {5, 0}, new boolean[] {true, false}));

        assertThat(measure.metrics().get("mae")).isEqualTo((1 + 2) / 2.0);
        assertThat(measure.toJson().getAsJsonObject("quantities").getAsJsonObject("length").get("mae").getAsDouble())
                .isEqualTo(1);
        assertThat(measure.toJson().get("n").getAsInt()).isEqualTo(2);
    }

    @Test
    void stepsThatFillUpASequenceDontCount() {
        OutputMeasure measure = OutputKind.steps("phases", List.of("rest", "start", "peak"), 3).measure();
        // rest, peak; the second is taken for start; the third step fills up
        measure.add(new Answer(new float[] {.8f, .1f, .1f, .1f, .5f, .4f, 0, 0, 1}, new float[] {1, 0, 0, 0, 0, 1, 0, 0, 0},
                new boolean[] {true, true, true, true, true, true, false, false, false}));
        measure.add(answer(new float[] {0, 1, 0, 0, 1, 0, 1, 0, 0}, 0, 1, 0, 0, 1, 0, 1, 0, 0));

        assertThat(measure.metrics().get("accuracy")).isEqualTo(.8);
        assertThat(measure.metrics().get("sequence-accuracy")).isEqualTo(.5);
        // rest 2 of 2, start 2 of 2, peak 0 of 1
        assertThat(measure.metrics().get("balanced-accuracy")).isCloseTo(2 / 3.0, SINGLE);
        assertThat(measure.toJson().get("steps").getAsInt()).isEqualTo(5);
    }

    /** 9 of 10 steps are at rest, and rest is always said: sensitivities of 1 and 0. */
    @Test
    void aStepOfTwoUnitsIsOneStep() {
        OutputMeasure two = OutputKind.steps("phases", List.of("rest", "peak"), 2).measure();
        OutputMeasure one = OutputKind.steps("phases", List.of("rest", "peak"), 1).measure();
        for (int i = 0; i < 10; i++) {
            two.add(answer(new float[] {.7f, .3f}, i == 0 ? 0 : 1, i == 0 ? 1 : 0));
            one.add(answer(new float[] {.3f}, i == 0 ? 1 : 0));
        }

        assertThat(two.metrics().get("accuracy")).isEqualTo(.9);
        assertThat(two.metrics().get("balanced-accuracy")).isEqualTo(.5);
        assertThat(two.toJson().get("steps").getAsInt()).isEqualTo(10);
        assertThat(two.toJson()).isEqualTo(one.toJson());
    }

    @Test
    void overlappingStructures() {
        OutputMeasure measure = OutputKind.of("mask", OutputTask.SEGMENTATION, List.of("vessel")).measure();
        // 2 of 3 places found and one too many: Dice 2·2/(3 + 3)
        measure.add(answer(new float[] {.9f, .8f, .2f, .7f}, 1, 1, 1, 0));
        // nothing there and nothing found: undefined, left out
        measure.add(answer(new float[] {.1f, .1f, .1f, .1f}, 0, 0, 0, 0));
        // nothing there, but found: 0
        measure.add(answer(new float[] {.9f, .1f, .1f, .1f}, 0, 0, 0, 0));

        assertThat(measure.metrics().get("dice")).isCloseTo((2 / 3.0 + 0) / 2, SINGLE);
        assertThat(measure.metrics().get("iou")).isCloseTo((.5 + 0) / 2, SINGLE);
        assertThat(measure.metrics().get("pooled-dice")).isCloseTo(2 * 2 / (3.0 + 4), SINGLE);
    }

    @Test
    void theBackgroundIsNoStructure() {
        OutputMeasure measure = OutputKind.structures("mask", List.of("background", "anterior", "posterior")).measure();
        // background right, anterior right, posterior taken for anterior
        measure.add(answer(new float[] {.8f, .1f, .1f, .1f, .8f, .1f, .1f, .5f, .4f}, 1, 0, 0, 0, 1, 0, 0, 0, 1));

        assertThat(measure.metrics().get("dice")).isCloseTo((2 / 3.0 + 0) / 2, SINGLE);
        assertThat(measure.toJson().getAsJsonObject("structures").keySet()).containsExactly("anterior", "posterior");
    }

    /** R survival 3.5-3. */
    @ParameterizedTest
    @EnumSource
    void logHazards(Ties ties) {
        OutputMeasure measure = OutputKind.cox("risk", ties).measure();
        float[] times = {1, 1, 2, 3, 3, 3, 4, 5, 6, 7};
        float[] events = {1, 1, 0, 1, 1, 0, 1, 0, 1, 0};
        float[] said = {1.2f, .3f, .8f, .9f, -.2f, .1f, .4f, -.5f, -1, -.3f};
        for (int i = 0; i < times.length; i++) {
            measure.add(new Answer(new float[] {said[i]}, new float[] {times[i], events[i]}, new boolean[] {true, true}));
        }
        measure.add(new Answer(new float[] {9}, new float[2], new boolean[2]));

        double expected = ties == Ties.EFRON ? -8.6496749374 : -9.0687242743;
        assertThat(measure.metrics().get("log-likelihood")).isCloseTo(expected, SINGLE);
        assertThat(measure.metrics().get("loss")).isCloseTo(-expected / 10, SINGLE);
        assertThat(measure.metrics().get("concordance")).isEqualTo(.8);
        assertThat(measure.toJson().get("events").getAsInt()).isEqualTo(6);
        assertThat(measure.toJson().get("pairs").getAsInt()).isEqualTo(30);
    }

    @Test
    void hazardsOfIntervals() {
        OutputMeasure measure = OutputKind.of("risk", OutputTask.SURVIVAL, List.of("1", "2", "5")).measure();
        // event in the second interval
        measure.add(new Answer(new float[] {.2f, .5f, .5f}, new float[] {0, 1, 0}, new boolean[] {true, true, false}));
        // followed up for one interval: nothing is known of the order of these two
        measure.add(new Answer(new float[] {.9f, .9f, .9f}, new float[3], new boolean[] {true, false, false}));
        // lasted all three
        measure.add(new Answer(new float[] {.1f, .1f, .1f}, new float[3], new boolean[] {true, true, true}));

        assertThat(measure.metrics().get("loss")).isCloseTo(
                -(Math.log(.8 * .5) + Math.log(.1) + Math.log(.9 * .9 * .9)) / 3, SINGLE);
        assertThat(measure.toJson().get("pairs").getAsInt()).isEqualTo(1);
        assertThat(measure.metrics().get("concordance")).isEqualTo(1);
    }

    @Test
    void inputsGivenBack() {
        OutputMeasure measure = OutputKind.of("again", OutputTask.RECONSTRUCTION, List.of()).measure();
        measure.add(answer(new float[] {1, 2, 3}, 1, 4, 3));

        assertThat(measure.metrics().get("mae")).isCloseTo(2 / 3.0, SINGLE);
        assertThat(measure.metrics().get("rmse")).isCloseTo(2 / Math.sqrt(3), SINGLE);
    }

    /** Without a sample nothing can be computed, and nothing throws. */
    @ParameterizedTest
    @EnumSource
    void nothingMeasured(OutputTask task) {
        OutputMeasure measure = OutputKind.of("output", task, List.of("one", "two")).measure();

        assertThat(measure.metrics().values()).allMatch(value -> Double.isNaN(value));
        assertThat(measure.toJson().get("n").getAsInt()).isZero();
    }

    private static Answer answer(float[] said, float... truth) {
        boolean[] known = new boolean[truth.length];
        Arrays.fill(known, true);
        return new Answer(said, truth, known);
    }
}
