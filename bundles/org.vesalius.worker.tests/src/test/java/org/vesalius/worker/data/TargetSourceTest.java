// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TargetSourceTest {
    @Test
    void oneUnitIsTheNumberOfTheCategory() {
        TargetSource target = new TargetSource("out", "class", List.of("a", "b"), 1, new float[] {0, 1});
        float[] values = new float[2];
        target.write(0, values, 0);
        target.write(1, values, 1);

        assertThat(values).containsExactly(0, 1);
    }

    @Test
    void severalUnitsAreOneHot() {
        TargetSource target = new TargetSource("out", "class", List.of("a", "b", "c"), 3, new float[] {2, 0});
        float[] values = new float[6];
        target.write(0, values, 0);
        target.write(1, values, 3);

        assertThat(values).containsExactly(0, 0, 1, 1, 0, 0);
    }
}
