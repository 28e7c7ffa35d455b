// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.exchange.onnx.write;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.vesalius.network.weights.WeightTensor;
import static org.assertj.core.api.Assertions.assertThat;

/** Axes in another order, number by number. */
class PermutationTest {
    @Test
    void everyNumberGoesToItsPlace() {
        int[] size = {3, 35, 2, 40};
        float[] values = new float[3 * 35 * 2 * 40];
        for (int i = 0; i < values.length; i++) {
            values[i] = i;
        }
        WeightTensor turned = Permutation.of(WeightTensor.of(values, 3, 35, 2, 40), List.of(2, 3, 0, 1));

        assertThat(turned.shape()).containsExactly(2, 40, 3, 35);
        for (int i = 0; i < values.length; i++) {
            int d = i % size[3];
            int c = i / size[3] % size[2];
            int b = i / (size[3] * size[2]) % size[1];
            int a = i / (size[3] * size[2] * size[1]);
            assertThat(turned.values()[((c * size[3] + d) * size[0] + a) * size[1] + b]).isEqualTo(i);
        }
    }

    @Test
    void rowsAndSingleNumbersStay() {
        assertThat(Permutation.of(WeightTensor.of(new float[] {1, 2, 3}, 3), List.of(0)).values())
                .containsExactly(1, 2, 3);
        assertThat(Permutation.of(WeightTensor.of(new float[] {1, 2, 3, 4}, 2, 1, 2), List.of(1, 0, 2)).shape())
                .containsExactly(1, 2, 2);
    }
}
