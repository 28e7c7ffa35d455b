// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;
import org.vesalius.evaluation.metric.PlaceGrid;
import org.vesalius.experiment.ClassWeighting;
import org.vesalius.experiment.ExperimentFactory;
import org.vesalius.experiment.TrainingSettings;

class TargetsTest {
    private static final IntFunction<PlaceGrid> NO_GRIDS = sample -> new PlaceGrid(List.of(), List.of());
    private static final float NONE = Float.NaN;

    @Test
    void orderedCategoriesCountUp() {
        Read read = read(new CategoryTarget("out", List.of("low", "mid", "high"), new int[] {2}, true,
                new int[] {0, 1, 2}), 3);

        assertThat(read.truth()).containsExactly(0, 0, 1, 0, 1, 1);
        assertThat(read.weights()).containsOnly(1);
    }

    @Test
    void aTimeThatIsNotKnownIsNotCompared() {
        Read read = read(survival().timesAndEvents(), 4);

        assertThat(read.truth()).containsExactly(5, 1, 8, 0, 0, 0, 20, 1);
        assertThat(read.weights()).containsExactly(1, 1, 1, 1, 0, 0, 1, 1);
    }

    @Test
    void intervalsAfterAnEventOrTheEndOfTheFollowUpAreNotKnown() {
        // to 4, 6, 10: an event at 5 is in the second; a follow-up to 8 lasted through half of the third; 20 is beyond
        Read read = read(survival().intervals(List.of(4.0, 6.0, 10.0)), 4);

        assertThat(read.truth()).containsExactly(0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
        assertThat(read.weights()).containsExactly(1, 1, 0, 1, 1, 1, 0, 0, 0, 1, 1, 1);
        assertThat(read(new SurvivalTargets("out", new float[] {7.9f}, new float[] {0})
                .intervals(List.of(4.0, 6.0, 10.0)), 1).weights()).containsExactly(1, 1, 0);
    }

    @Test
    void aTimeThatIsABoundIsInTheIntervalThatEndsThere() {
        List<Double> bounds = List.of(0.1, 0.2, 0.3, 0.4);
        float[] times = {0.1f, 0.2f, 0.3f, 0.4f};
        Read events = read(new SurvivalTargets("out", times, new float[] {1, 1, 1, 1}).intervals(bounds), 4);

        assertThat(events.truth()).containsExactly(1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1);
        assertThat(events.weights()).containsExactly(1, 0, 0, 0, 1, 1, 0, 0, 1, 1, 1, 0, 1, 1, 1, 1);
        // 0.7 is half of 0.6 to 0.8, and less than that where it alone is rounded
        Read ended = read(new SurvivalTargets("out", new float[] {0.7f}, new float[] {0}).intervals(List.of(0.6, 0.8)), 1);
        assertThat(ended.weights()).containsExactly(1, 1);
    }

    @Test
    void placesAreOneUnitOrOneForEachCategory() {
        InputSource mask = new RecordSource("mask", new int[] {2, 2}, new float[] {0, 2, NONE, 1});
        Read one = read(new PlaceTarget("out", new int[] {2, 2, 1}, mask, List.of(), NO_GRIDS), 1);
        Read two = read(new PlaceTarget("out", new int[] {2, 2, 2}, mask, List.of("lung", "heart"), NO_GRIDS), 1);

        assertThat(one.truth()).containsExactly(0, 1, 0, 1);
        assertThat(one.weights()).containsExactly(1, 1, 0, 1);
        assertThat(two.truth()).containsExactly(1, 0, 0, 0, 0, 0, 0, 1);
        assertThat(two.weights()).containsExactly(1, 1, 0, 0, 0, 0, 1, 1);
    }

    /** Masks of BraTS hold 0, 1, 2 and 4; those of many programs 0 and 255. */
    @Test
    void categoriesNamedByNumbersAreTheseNumbers() {
        Read four = read(new PlaceTarget("out", new int[] {3, 4},
                new RecordSource("mask", new int[] {3}, new float[] {4, 2, 3}), List.of("0", "1", "2", "4"), NO_GRIDS), 1);
        InputSource marks = new RecordSource("mask", new int[] {3}, new float[] {0, 255, 1});
        Read two = read(new PlaceTarget("out", new int[] {3, 2}, marks, List.of("0", "255"), NO_GRIDS), 1);
        Read one = read(new PlaceTarget("out", new int[] {3, 1}, marks, List.of("0", "255"), NO_GRIDS), 1);

        Read rest = read(new PlaceTarget("out", new int[] {3, 1},
                new RecordSource("mask", new int[] {3}, new float[] {1, 2, 3}), List.of("1", "2", "3"), NO_GRIDS), 1);

        assertThat(rest.truth()).containsExactly(0, 1, 1);
        assertThat(four.truth()).containsExactly(0, 0, 0, 1, 0, 0, 1, 0, 0, 0, 0, 0);
        assertThat(four.weights()).containsExactly(1, 1, 1, 1, 1, 1, 1, 1, 0, 0, 0, 0);
        assertThat(two.truth()).containsExactly(1, 0, 0, 1, 0, 0);
        assertThat(two.weights()).containsExactly(1, 1, 1, 1, 0, 0);
        assertThat(one.truth()).containsExactly(0, 1, 0);
        assertThat(one.weights()).containsExactly(1, 1, 0);
    }

    @Test
    void anAutoencoderIsToGiveBackItsInput() {
        Read read = read(new ArrayTarget("out", new RecordSource("in", new int[] {3}, new float[] {1, NONE, 3}), false), 1);

        assertThat(read.truth()).containsExactly(1, 0, 3);
        assertThat(read.weights()).containsExactly(1, 0, 1);
    }

    @Test
    void labelsAreBalancedEachByItself() {
        TrainingSettings settings = ExperimentFactory.eINSTANCE.createTrainingSettings();
        settings.setClassWeighting(ClassWeighting.BALANCED);
        NumberTarget target = new NumberTarget("out", new int[] {2}, new float[] {1, 0, 0, 0, 0, 1, 0, 0},
                new float[] {1, 1, 1, 0, 1, 1, 1, 1});
        NumberTarget weighted = ClassWeights.ofLabels(settings, List.of("cough", "fever"), target, new int[] {0, 1, 2});

        // cough: 1 of 3 has it, so 3/2 and 3/4; fever: 1 of 2 known, so 1 and 1; what isn't known stays out
        assertThat(weighted.weights()).containsExactly(1.5f, 1, 0.75f, 0, 0.75f, 1, 0.75f, 1);
    }

    private static SurvivalTargets survival() {
        return new SurvivalTargets("out", new float[] {5, 8, NONE, 20}, new float[] {1, 0, 1, 1});
    }

    private static Read read(TargetSource target, int samples) {
        int length = Sizes.product(target.shape());
        Read read = new Read(new float[samples * length], new float[samples * length]);
        for (int sample = 0; sample < samples; sample++) {
            target.read(sample, InputSource.PLAIN, read.truth(), read.weights(), sample * length);
        }
        return read;
    }

    private record Read(float[] truth, float[] weights) {
    }
}
