// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.dl4j.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class WeightLayoutTest {

    @Test
    void aMatrixIsTransposed() {
        // [[1, 2, 3], [4, 5, 6]] kept by its columns
        WeightLayout layout = WeightLayout.axes(1, 0);
        float[] engine = {1, 4, 2, 5, 3, 6};
        long[] shape = {3, 2};

        assertThat(layout.weightShape(shape)).containsExactly(2, 3);
        assertThat(layout.toWeight(engine, shape)).containsExactly(1, 2, 3, 4, 5, 6);
        assertThat(layout.toEngine(new float[] {1, 2, 3, 4, 5, 6}, shape)).containsExactly(engine);
    }

    @Test
    void aKernelIsReadFromFiltersFirstIntoFiltersLast() {
        // [filters 2, channels 1, height 1, width 3] to [height, width, channels, filters]
        WeightLayout layout = WeightLayout.axes(3, 2, 0, 1);
        long[] shape = {2, 1, 1, 3};

        assertThat(layout.weightShape(shape)).containsExactly(1, 3, 1, 2);
        assertThat(layout.toWeight(new float[] {1, 2, 3, 10, 20, 30}, shape)).containsExactly(1, 10, 2, 20, 3, 30);
    }

    @Test
    void anOrderNamesEachOnce() {
        assertThatThrownBy(() -> WeightLayout.axes(0, 0, 2)).isInstanceOf(IllegalArgumentException.class);
    }
}
