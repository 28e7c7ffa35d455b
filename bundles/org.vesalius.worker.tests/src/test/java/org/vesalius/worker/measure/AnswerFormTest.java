// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.vesalius.worker.spi.Tensor;

class AnswerFormTest {
    @Test
    void quantitiesComeBackInTheirOwnUnits() {
        AnswerForm form = new AnswerForm.Restored(new double[] {60, 170}, new double[] {10, 8});

        assertThat(form.numbers(new float[] {.5f, -1})).containsExactly(65, 162);
        assertThat(form.numbers(new Tensor(new int[] {2, 2}, new float[] {0, 0, 1, 1})))
                .isEqualTo(new Tensor(new int[] {2, 2}, new float[] {60, 170, 70, 178}));
    }

    /** Grades 1 to 4: at least 2 with .9, at least 3 with .5, 4 with .25. */
    @Test
    void gradesReachedBecomeShares() {
        AnswerForm form = new AnswerForm.Reached();

        assertThat(form.numbers(new float[] {.9f, .5f, .25f})).containsExactly(new float[] {.1f, .4f, .25f, .25f},
                within(1e-6f));
        assertThat(form.numbers(new float[] {1, 1, 0})).containsExactly(0, 0, 1, 0);
        // a later grade can't be likelier than an earlier one
        assertThat(form.numbers(new float[] {.25f, .5f, 0})).containsExactly(.75f, 0, .25f, 0);
    }
}
