// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class CategoryTargetTest {
    @Test
    void oneUnitIsTheNumberOfTheCategory() {
        Read read = read(new CategoryTarget("out", List.of("a", "b"), new int[] {1}, false, new int[] {0, 1}));

        assertThat(read.truth()).containsExactly(0, 1);
        assertThat(read.weights()).containsExactly(1, 1);
    }

    @Test
    void severalUnitsAreOneHot() {
        Read read = read(new CategoryTarget("out", List.of("a", "b", "c"), new int[] {3}, false, new int[] {2, 0}));

        assertThat(read.truth()).containsExactly(0, 0, 1, 1, 0, 0);
    }

    @Test
    void aSampleCountsByItsCategoryAndNotAtAllWhereThatIsUnknown() {
        int[] truth = {1, CategoryTarget.UNKNOWN, 0};
        Read read = read(new CategoryTarget("out", List.of("a", "b"), new int[] {2}, false, truth).weighted(new float[] {0.5f, 3}));

        assertThat(read.truth()).containsExactly(0, 1, 0, 0, 1, 0);
        assertThat(read.weights()).containsExactly(3, 3, 0, 0, 0.5f, 0.5f);
    }

    private static Read read(CategoryTarget target) {
        int units = target.shape()[0];
        Read read = new Read(new float[target.truth().length * units], new float[target.truth().length * units]);
        for (int sample = 0; sample < target.truth().length; sample++) {
            target.read(sample, InputSource.PLAIN, read.truth(), read.weights(), sample * units);
        }
        return read;
    }

    private record Read(float[] truth, float[] weights) {
    }
}
