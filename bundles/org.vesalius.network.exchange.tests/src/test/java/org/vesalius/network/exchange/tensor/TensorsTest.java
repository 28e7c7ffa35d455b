// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.exchange.tensor;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.vesalius.network.weights.WeightTensor;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Values worked out by hand. */
class TensorsTest {
    private static final WeightTensor MATRIX = WeightTensor.of(new float[] {1, 2, 3, 4, 5, 6}, 2, 3);

    @Test
    void axesAreExchanged() {
        assertThat(Tensors.permute(MATRIX, 1, 0)).isEqualTo(WeightTensor.of(new float[] {1, 4, 2, 5, 3, 6}, 3, 2));
        assertThat(Tensors.permute(MATRIX, 0, 1)).isEqualTo(MATRIX);
        assertThatThrownBy(() -> Tensors.permute(MATRIX, 0, 0)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void ordersAreTurnedRound() {
        assertThat(Tensors.reverse(MATRIX, 1).values()).containsExactly(3, 2, 1, 6, 5, 4);
        assertThat(Tensors.reverse(MATRIX, 0, 1).values()).containsExactly(6, 5, 4, 3, 2, 1);
    }

    @Test
    void partsStandBesideEachOther() {
        WeightTensor narrow = WeightTensor.of(new float[] {7, 8}, 2, 1);
        WeightTensor tall = WeightTensor.of(new float[] {7}, 1, 1);

        assertThat(Tensors.concatenate(List.of(MATRIX, narrow)))
                .isEqualTo(WeightTensor.of(new float[] {1, 2, 3, 7, 4, 5, 6, 8}, 2, 4));
        assertThatThrownBy(() -> Tensors.concatenate(List.of(MATRIX, tall)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    /** Two channels of an image of one row and two columns, flattened channels first, then channels last. */
    @Test
    void rowsFollowTheirInputs() {
        WeightTensor kernel = WeightTensor.of(new float[] {11, 12, 21, 22}, 4, 1);

        assertThat(Tensors.permuteRows(kernel, List.of(2, 1, 2), 1, 2, 0).values()).containsExactly(11, 21, 12, 22);
    }
}
