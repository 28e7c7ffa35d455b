// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.block;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExpressionTest {
    @ParameterizedTest
    @CsvSource({
        "64*2^i, 3, 5, 512",
        "64·2^i, 0, 5, 64",
        "2^3^2, 0, 1, 512",
        "-2^2, 0, 1, -4",
        "2^-1, 0, 1, 0.5",
        "2-0^i, 0, 3, 1",
        "2-0^i, 2, 3, 2",
        "10-4-3, 0, 1, 3",
        "24/4/2, 0, 1, 3",
        "2+3*4, 0, 1, 14",
        "(2+3)*4, 0, 1, 20",
        "  ( n - i ) * .5 , 1, 4, 1.5",
        "--i, 2, 3, 2",
        "3−i, 1, 3, 2",
        "1., 0, 1, 1",
    })
    void calculates(String text, int i, int n, double expected) {
        assertThat(Expression.parse(text).at(i, n)).isEqualTo(expected);
    }

    @Test
    void divisionByZeroIsNoNumber() {
        assertThat(Expression.parse("1/i").at(0, 1)).isInfinite();
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {
        "64*; it ends where a number, i or n is expected",
        "64**2; '*' at place 4 is not expected",
        "64x; 'x' at place 3 is not expected",
        "(1+i; a bracket is not closed",
        "1+i); ')' at place 4",
        "k; 'k' at place 1",
        "2i; 'i' at place 2",
        "1e9; 'e' at place 2",
        "' '; there is no calculation",
    })
    void saysWhatIsWrong(String text, String message) {
        assertThatThrownBy(() -> Expression.parse(text)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message);
    }

    @ParameterizedTest
    @ValueSource(strings = {"(", "-", "1+", "2^"})
    void hostileLengthIsRefused(String part) {
        assertThatThrownBy(() -> Expression.parse(part.repeat(100_000))).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("longer than 200");
        assertThatThrownBy(() -> Expression.parse(part.repeat(200 / part.length())))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void nothingIsNoCalculation() {
        assertThatThrownBy(() -> Expression.parse(null)).isInstanceOf(IllegalArgumentException.class);
    }
}
