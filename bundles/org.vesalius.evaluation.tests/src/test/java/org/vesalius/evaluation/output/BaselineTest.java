// SPDX-License-Identifier: EPL-2.0
package org.vesalius.evaluation.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.gson.JsonObject;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.vesalius.evaluation.OutputTask;
import org.vesalius.evaluation.metric.PlaceGrid;
import org.vesalius.evaluation.survival.CoxLikelihood.Ties;

/** What is reached without a network, and what needs more than scores. Counted by hand unless said. */
class BaselineTest {
    private static final Offset<Double> EXACT = within(1e-9);

    @Test
    void theMostFrequentCategory() {
        OutputMeasure two = OutputKind.categories("finding", List.of("clear", "opacity")).measure();
        OutputMeasure three = OutputKind.categories("finding", List.of("a", "b", "c")).measure();
        for (int truth : new int[] {1, 0, 1, 1, 0}) {
            two.add(answer(new float[] {.4f}, truth));
            three.add(answer(new float[] {.5f, .3f, .2f}, 0, 1 - truth, truth));
        }
        two.add(Answer.unknown(new float[] {.9f}));

        assertThat(baseline(two)).hasToString("{\"accuracy\":0.6,\"auc\":0.5}");
        // what no sample is of can't be told from the rest; the mean is over the others
        assertThat(baseline(three)).hasToString("{\"accuracy\":0.6,\"auc\":0.5}");
    }

    @Test
    void nothingIsSaidBesideWhatCantBeComputed() {
        OutputMeasure measure = OutputKind.categories("finding", List.of("clear", "opacity")).measure();
        measure.add(answer(new float[] {.4f}, 1));

        assertThat(baseline(measure)).hasToString("{\"accuracy\":1.0}");
    }

    /** By thresholds in NumPy: the frequencies 1/2, 1/3 and 1/3 tell findings apart, but not samples. */
    @Test
    void howFrequentEachFindingIs() {
        OutputMeasure measure = OutputKind.of("findings", OutputTask.MULTI_LABEL, List.of("a", "b", "c")).measure();
        float[][] truths = {{1, 0, 1}, {0, 1, 0}, {1, 1, 0}, {0, 0, 0}, {1, 0, 0}, {0, 0, 1}};
        for (float[] truth : truths) {
            measure.add(answer(new float[] {.9f, .2f, .6f}, truth));
        }
        JsonObject baseline = baseline(measure);

        assertThat(baseline.get("auc").getAsDouble()).isEqualTo(.5);
        assertThat(baseline.get("average-precision").getAsDouble()).isCloseTo((1 / 2.0 + 1 / 3.0 + 1 / 3.0) / 3, EXACT);
        assertThat(baseline.get("micro-average-precision").getAsDouble()).isCloseTo(.4365079365, EXACT);
        assertThat(baseline.get("micro-auc").getAsDouble()).isCloseTo(.5779220779, EXACT);
        JsonObject b = measure.toJson().getAsJsonObject("findings").getAsJsonObject("b").getAsJsonObject("baseline");
        assertThat(b.get("average-precision").getAsDouble()).isCloseTo(1 / 3.0, EXACT);
        assertThat(new OutputReport(measure.toJson()).partBaselines().get("b")).containsEntry("auc", .5);
    }

    /** Any number from 3 to 4.5 is a median; the deviation is by NumPy. */
    @Test
    void meanAndMedian() {
        OutputMeasure measure = OutputKind.of("size", OutputTask.REGRESSION, List.of()).measure();
        for (float truth : new float[] {1.25f, 3, 8, 4.5f, 4.5f, 0}) {
            measure.add(answer(new float[] {2}, truth));
        }
        measure.add(Answer.unknown(new float[] {7}));
        JsonObject baseline = baseline(measure);

        assertThat(baseline.get("mae").getAsDouble()).isCloseTo((3.25 + 1.5 + 3.5 + 0 + 0 + 4.5) / 6, EXACT);
        assertThat(baseline.get("rmse").getAsDouble()).isCloseTo(2.5755932434, EXACT);
        assertThat(baseline.get("r2").getAsDouble()).isZero();
    }

    /** Of five steps two are at rest, two at the start; the first sequence is at rest in all of its steps. */
    @Test
    void theMostFrequentStep() {
        OutputMeasure measure = OutputKind.steps("phases", List.of("rest", "start", "peak"), 3).measure();
        measure.add(answer(new float[] {0, 1, 0, 0, 1, 0}, 1, 0, 0, 1, 0, 0));
        measure.add(answer(new float[] {0, 1, 0, 0, 1, 0, 1, 0, 0}, 0, 1, 0, 0, 1, 0, 0, 0, 1));

        assertThat(baseline(measure).get("accuracy").getAsDouble()).isEqualTo(.4);
        assertThat(baseline(measure).get("balanced-accuracy").getAsDouble()).isCloseTo(1 / 3.0, EXACT);
        assertThat(baseline(measure).get("sequence-accuracy").getAsDouble()).isEqualTo(.5);
    }

    /**
     * Most samples have the first two places: Dice 2·2/(2 + 2), 2·1/(1 + 2) and 2·1/(2 + 2); of all places together
     * 2·4/(5 + 6).
     */
    @Test
    void thePlacesThatMostHave() {
        OutputMeasure measure = OutputKind.of("mask", OutputTask.SEGMENTATION, List.of("vessel")).measure();
        float[] said = {1, 1, 1, 1};
        measure.add(answer(said, 1, 1, 0, 0));
        measure.add(answer(said, 1, 0, 0, 0));
        measure.add(answer(said, 0, 1, 1, 0));

        assertThat(baseline(measure).get("dice").getAsDouble()).isCloseTo((1 + 2 / 3.0 + .5) / 3, EXACT);
        assertThat(baseline(measure).get("pooled-dice").getAsDouble()).isCloseTo(8 / 11.0, EXACT);
        assertThat(baseline(measure).keySet()).containsExactly("dice", "iou", "pooled-dice");
        measure.add(answer(new float[] {1, 1}, 1, 1));
        assertThat(measure.toJson().has("baseline")).as("places of images of different sizes are not the same").isFalse();
    }

    @Test
    void whoDoesNotAskForItGetsTheSameMetrics() {
        OutputMeasure measure = OutputKind.of("mask", OutputTask.SEGMENTATION, List.of("vessel")).measure();
        OutputMeasure without = OutputKind.of("mask", OutputTask.SEGMENTATION, List.of("vessel")).measure().withoutBaseline();
        for (OutputMeasure each : List.of(measure, without)) {
            each.add(answer(new float[] {1, 1, 1, 1}, 1, 1, 0, 0));
            each.add(answer(new float[] {1, 0, 1, 1}, 0, 1, 1, 0));
        }

        assertThat(without.metrics()).isEqualTo(measure.metrics());
        assertThat(measure.toJson().has("baseline")).isTrue();
        assertThat(without.toJson().has("baseline")).isFalse();
    }

    /**
     * The first place is background in most samples; the second is one thing each, where the background counts as the
     * first; the third is back in two of three. Back: Dice 1, 1 of the first two samples, 0 of the third, which has it at
     * the second place; front, never said: 0 of the two samples that have it.
     */
    @Test
    void theStructureThatMostHave() {
        OutputMeasure measure = OutputKind.structures("mask", List.of("none", "front", "back")).measure();
        float[] said = {0, 1, 0, 0, 0, 1, 0, 0, 1};
        measure.add(answer(said, 1, 0, 0, 1, 0, 0, 0, 0, 1));
        measure.add(answer(said, 1, 0, 0, 0, 1, 0, 0, 0, 1));
        measure.add(answer(said, 0, 1, 0, 0, 0, 1, 0, 1, 0));

        assertThat(baseline(measure).get("dice").getAsDouble()).isCloseTo((0 + 2 / 3.0) / 2, EXACT);
    }

    @Test
    void oneRiskForAll() {
        OutputMeasure measure = OutputKind.cox("risk", Ties.BRESLOW).measure();
        measure.add(answer(new float[] {2, 0}, 1, 1));
        measure.add(answer(new float[] {0, 0}, 2, 1));
        measure.add(answer(new float[] {1, 0}, 3, 0));
        JsonObject baseline = baseline(measure);

        // -ln 3 - ln 2
        assertThat(baseline.get("log-likelihood").getAsDouble()).isCloseTo(-Math.log(6), EXACT);
        assertThat(baseline.get("concordance").getAsDouble()).isEqualTo(.5);
        assertThat(baseline.get("uno-c").getAsDouble()).isEqualTo(.5);
        SurvivalCurve curve = new OutputReport(measure.toJson()).survival();
        assertThat(curve.points()).extracting(SurvivalCurve.Point::time).containsExactly(1.0, 2.0);
        assertThat(curve.points().get(1).share()).isCloseTo(1 / 3.0, EXACT);
        assertThat(curve.median()).hasValue(2);
    }

    /** By NumPy, straight from the definition: intervals end at 2, 5 and 9; who was followed up to an end lasted it. */
    @Test
    void brierScoresOfIntervals() {
        OutputMeasure measure = OutputKind.of("risk", OutputTask.SURVIVAL, List.of("2.0", "5.0", "9.0")).measure();
        measure.add(interval(0, true, .5f, .2f, .3f));
        measure.add(interval(1, true, .1f, .6f, .2f));
        measure.add(interval(1, false, .2f, .2f, .2f));
        measure.add(interval(2, true, .1f, .2f, .5f));
        measure.add(interval(3, false, .05f, .1f, .2f));
        measure.add(interval(2, false, .3f, .3f, .3f));
        measure.add(interval(3, false, .4f, .1f, .1f));
        measure.add(interval(1, true, .25f, .5f, .5f));

        assertThat(measure.metrics().get("integrated-brier-score")).isCloseTo(.1045303607, within(1e-7));
        assertThat(baseline(measure).get("integrated-brier-score").getAsDouble()).isCloseTo(.1777156207, EXACT);
        SurvivalCurve curve = new OutputReport(measure.toJson()).survival();
        assertThat(curve.points()).extracting(SurvivalCurve.Point::time).containsExactly(2.0, 5.0, 9.0);
        assertThat(curve.points()).extracting(SurvivalCurve.Point::atRisk).containsExactly(8, 6, 3);
        assertThat(curve.points().get(1).share()).isCloseTo(7 / 8.0 * 2 / 3, EXACT);
        assertThat(curve.median()).hasValue(9);
    }

    /** Steps of 2 mm down and 0.5 mm to the right. */
    @Test
    void surfacesAreAsFarApartAsTheirPlaces() {
        OutputMeasure measure = OutputKind.of("mask", OutputTask.SEGMENTATION, List.of("vessel")).measure();
        Optional<PlaceGrid> grid = Optional.of(new PlaceGrid(List.of(2, 3), List.of(2.0, .5)));
        measure.add(on(grid, new float[] {1, 0, 0, 0, 0, 0}, 0, 0, 1, 0, 0, 0));
        measure.add(on(grid, new float[] {1, 0, 0, 0, 0, 0}, 0, 0, 0, 1, 0, 0));
        // said, and not there: infinitely far off
        measure.add(on(grid, new float[] {1, 0, 0, 0, 0, 0}, 0, 0, 0, 0, 0, 0));
        JsonObject json = measure.toJson();

        assertThat(json.get("hd95").getAsDouble()).isEqualTo((1 + 2) / 2.0);
        assertThat(json.get("mean-surface-distance").getAsDouble()).isEqualTo(1.5);
        assertThat(json.get("distance-unit").getAsString()).isEqualTo("mm");
        assertThat(new OutputReport(json).unit("hd95")).isEqualTo("mm");
        assertThat(new OutputReport(json).unit("dice")).isEmpty();
        assertThat(json.getAsJsonObject("structures").getAsJsonObject("vessel").get("missed").getAsInt()).isEqualTo(1);
        measure.add(answer(new float[6], 1, 1, 1, 1, 1, 1));
        assertThat(measure.toJson().has("hd95")).isFalse();
        assertThat(measure.toJson().get("explanation").getAsString()).contains("how far apart");
    }

    private static JsonObject baseline(OutputMeasure measure) {
        return measure.toJson().getAsJsonObject("baseline");
    }

    private static Answer on(Optional<PlaceGrid> grid, float[] said, float... truth) {
        return new Answer(said, truth, answer(said, truth).known(), grid);
    }

    private static Answer interval(int lasted, boolean event, float... hazards) {
        float[] truth = new float[hazards.length];
        boolean[] known = new boolean[hazards.length];
        Arrays.fill(known, 0, lasted + (event ? 1 : 0), true);
        if (event) {
            truth[lasted] = 1;
        }
        return new Answer(hazards, truth, known);
    }

    private static Answer answer(float[] said, float... truth) {
        boolean[] known = new boolean[truth.length];
        Arrays.fill(known, true);
        return new Answer(said, truth, known);
    }
}
