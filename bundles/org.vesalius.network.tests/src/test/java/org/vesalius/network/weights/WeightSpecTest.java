// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.weights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class WeightSpecTest {
    @Test
    void countsItsNumbers() {
        assertThat(WeightSpec.trained("kernel", 3, 3, 64, 128).count()).isEqualTo(73_728);
        assertThat(WeightSpec.kept("count").count()).isEqualTo(1);
        int most = Integer.MAX_VALUE;
        assertThat(WeightSpec.trained("kernel", most, most, most).count()).isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void becomesPartOfSomethingElse() {
        assertThat(WeightSpec.kept("bias", 4).in("forward"))
                .isEqualTo(new WeightSpec("forward/bias", List.of(4), false));
    }

    @Test
    void needsANameAndSizes() {
        assertThatThrownBy(() -> WeightSpec.trained(" ", 4)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> WeightSpec.trained("kernel", 4, 0)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("kernel");
    }
}
