// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.shape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AxisOrderTest {
    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {"2,1; 2,1", "2x1; 2,1", " 3 1 2 ; 3,1,2", "1; 1", "8,7,6,5,4,3,2,1;"
            + " 8,7,6,5,4,3,2,1"})
    void isWrittenAsItIsRead(String text, String written) {
        assertThat(AxisOrder.valueOf(text)).hasToString(written);
        assertThat(AxisOrder.valueOf(written)).isEqualTo(AxisOrder.valueOf(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0,1", "1,1", "2", "1,3", "a,b", "-1,1", "1,2,3,4,5,6,7,8,9", "99999999999"})
    void namesEachAxisOnce(String text) {
        assertThatThrownBy(() -> AxisOrder.valueOf(text)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("2,1");
    }
}
