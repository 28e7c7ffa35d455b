// SPDX-License-Identifier: EPL-2.0
package org.vesalius.evaluation.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.vesalius.evaluation.OutputTask;
import org.vesalius.evaluation.survival.CoxLikelihood.Ties;

class AnswerColumnsTest {
    private static final boolean[] BOTH = {true, true};

    @Test
    void twoCategories() {
        AnswerColumns columns = OutputKind.categories("finding", List.of("clear", "opacity")).columns();

        assertThat(columns.headings()).containsExactly("label", "score:opacity", "decision", "threshold");
        assertThat(columns.cells(new Answer(new float[] {.75f}, new float[] {0}, new boolean[] {true})))
                .containsExactly("clear", .75, "opacity", .5);
        assertThat(columns.cells(Answer.unknown(new float[] {Float.NaN}))).containsExactly("", Double.NaN, "", .5);
    }

    @Test
    void findingsOfWhichOneIsUnknown() {
        AnswerColumns columns = OutputKind.of("findings", OutputTask.MULTI_LABEL, List.of("a", "b")).columns();

        assertThat(columns.headings()).containsExactly("label:a", "label:b", "score:a", "score:b");
        assertThat(columns.cells(new Answer(new float[] {.25f, .5f}, new float[] {1, 0}, new boolean[] {true, false})))
                .containsExactly(1, "", .25, .5);
    }

    @Test
    void quantities() {
        AnswerColumns one = OutputKind.of("age", OutputTask.REGRESSION, List.of("age")).columns();
        AnswerColumns two = OutputKind.of("sizes", OutputTask.REGRESSION, List.of("length", "width")).columns();

        assertThat(one.headings()).containsExactly("truth", "predicted");
        assertThat(two.headings()).containsExactly("truth:length", "predicted:length", "truth:width", "predicted:width");
        assertThat(two.cells(new Answer(new float[] {3, 4}, new float[] {1.1f, 2}, BOTH))).containsExactly(1.1f, 3f, 2f, 4f);
    }

    @Test
    void steps() {
        AnswerColumns columns = OutputKind.steps("phases", List.of("rest", "peak"), 1).columns();
        AnswerColumns two = OutputKind.steps("phases", List.of("rest", "peak"), 2).columns();

        assertThat(columns.cells(new Answer(new float[] {.1f, .8f, .9f}, new float[] {0, 0, 0},
                new boolean[] {true, true, false}))).containsExactly("rest|rest|", "rest|peak|peak", 2, 1);
        assertThat(two.cells(new Answer(new float[] {.9f, .1f, .2f, .8f}, new float[] {1, 0, 1, 0},
                new boolean[] {true, true, true, true}))).containsExactly("rest|rest", "rest|peak", 2, 1);
    }

    @Test
    void structures() {
        AnswerColumns columns = OutputKind.of("mask", OutputTask.SEGMENTATION, List.of("lesion")).columns();

        assertThat(columns.headings()).containsExactly("truth:lesion", "predicted:lesion", "both:lesion", "dice:lesion",
                "hd95:lesion", "mean-surface-distance:lesion", "distance-unit");
        assertThat(columns.cells(new Answer(new float[] {.9f, .9f}, new float[] {1, 0}, BOTH))).containsExactly(1L, 2L, 1L,
                2 / 3.0, "", "", "");
        assertThat(columns.cells(Answer.unknown(new float[] {.9f, .1f}))).containsExactly("", 1L, "", "", "", "", "");
    }

    @Test
    void survival() {
        AnswerColumns cox = OutputKind.cox("risk", Ties.EFRON).columns();
        AnswerColumns hazards = OutputKind.of("risk", OutputTask.SURVIVAL, List.of("12", "24")).columns();

        assertThat(cox.headings()).containsExactly("time", "event", "log-hazard");
        assertThat(cox.cells(new Answer(new float[] {.5f}, new float[] {38.1f, 1}, BOTH))).map(String::valueOf)
                .containsExactly("38.1", "1", "0.5");
        assertThat(hazards.headings()).containsExactly("lasted", "event", "survival:12", "survival:24");
        assertThat(hazards.cells(new Answer(new float[] {.5f, .25f}, new float[] {0, 1}, BOTH)))
                .containsExactly(1, 1, .5, .375);
    }

    /** A row has as many cells as there are headings, whatever is known. */
    @ParameterizedTest
    @EnumSource
    void asManyCellsAsHeadings(OutputTask task) {
        AnswerColumns columns = OutputKind.of("output", task, List.of("one", "two")).columns();
        float[] said = {.25f, .75f};

        assertThat(columns.cells(Answer.unknown(said))).hasSameSizeAs(columns.headings());
        assertThat(columns.cells(new Answer(said, new float[] {0, 1}, BOTH))).hasSameSizeAs(columns.headings());
    }
}
