// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.shape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class Size3DTest {
    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {"3x5x7; 3; 5; 7", "3×5×7; 3; 5; 7", " 3 , 5 , 7 ; 3; 5; 7", "4; 4; 4; 4",
        "-1x0x999999999; -1; 0; 999999999"})
    void readsWhatPeopleType(String text, int depth, int height, int width) {
        assertThat(Size3D.valueOf(text)).isEqualTo(new Size3D(depth, height, width));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "3x3", "3x3x3x3", "axbxc", "3.5", "3x3x", "99999999999"})
    void saysWhatItWantsInstead(String text) {
        assertThatThrownBy(() -> Size3D.valueOf(text)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("is not a size").hasMessageContaining("3x3x3");
    }

    @Test
    void isWrittenAsItIsRead() {
        Size3D size = new Size3D(1, 2, 3);
        assertThat(Size3D.valueOf(size.toString())).isEqualTo(size);
        assertThat(size.display()).isEqualTo("1×2×3");
        assertThat(size.sizes()).containsExactly(1, 2, 3);
    }
}
