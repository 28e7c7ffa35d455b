// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.shape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class Size2DTest {
    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {"3x5; 3; 5", "3×5; 3; 5", "3, 5; 3; 5", "3; 3; 3", " 2 x 1 ; 2; 1", "0x0; 0; 0"})
    void readsHeightAndWidth(String text, int height, int width) {
        assertThat(Size2D.valueOf(text)).isEqualTo(new Size2D(height, width));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "3x", "3x4x5", "a", "3.5", "99999999999x1"})
    void refusesOtherText(String text) {
        assertThatThrownBy(() -> Size2D.valueOf(text)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("3x3");
    }

    @Test
    void itsTextCanBeReadAgain() {
        Size2D size = new Size2D(7, 1);
        assertThat(Size2D.valueOf(size.toString())).isEqualTo(size);
        assertThat(size.display()).isEqualTo("7×1");
    }
}
