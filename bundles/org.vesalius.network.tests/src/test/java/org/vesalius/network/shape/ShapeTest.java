// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.shape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ShapeTest {
    @ParameterizedTest
    @CsvSource({
        "128x128x3, height:128 width:128 channels:3",
        "128×128×3, height:128 width:128 channels:3",
        "64 x 64 x 1, height:64 width:64 channels:1",
        "100x32, time:100 features:32",
        "30, features:30",
        "?x32, time:? features:32",
        "16x64x64x1, depth:16 height:64 width:64 channels:1",
        "height:128 width:128 channels:3, height:128 width:128 channels:3",
        "time:?  features:8, time:? features:8",
        "leads:12, leads:12"})
    void readsShortAndNamedText(String text, String full) {
        assertThat(Shape.valueOf(text)).hasToString(full);
        assertThat(Shape.valueOf(full)).isEqualTo(Shape.valueOf(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a", "3x", "x3", "0x3", "-1", "1x2x3x4x5", "height:", "height:0", "height:3 3",
        "height:3 height:4", "99999999999", "3.5", "time:10 1features:2", "a:1 b:1 c:1 d:1 e:1 f:1 g:1 h:1 i:1"})
    void refusesOtherText(String text) {
        assertThatThrownBy(() -> Shape.valueOf(text)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageEndingWith(".");
    }

    @Test
    void namesTheAxesThatPeopleExpect() {
        assertThat(Shape.image(128, 64, 3)).hasToString("height:128 width:64 channels:3");
        assertThat(Shape.sequence(100, 32)).hasToString("time:100 features:32");
        assertThat(Shape.vector(30)).hasToString("features:30");
    }

    @Test
    void showsItselfToPeople() {
        assertThat(Shape.image(128, 128, 3).display()).isEqualTo("128×128×3");
        assertThat(Shape.sequence(Axis.UNKNOWN, 32).describe()).isEqualTo("?×32 (time × features)");
    }

    @Test
    void countsElements() {
        assertThat(Shape.image(30, 30, 64).elements()).hasValue(57_600);
        assertThat(Shape.sequence(Axis.UNKNOWN, 32).elements()).isEmpty();
    }

    @Test
    void aCountThatIsTooLargeStopsAtTheLargest() {
        Axis long0 = new Axis("a", Integer.MAX_VALUE);
        Shape huge = new Shape(List.of(long0, new Axis("b", Integer.MAX_VALUE), new Axis("c", Integer.MAX_VALUE)));
        assertThat(huge.elements()).hasValue(Long.MAX_VALUE);
    }

    @Test
    void unknownSizesAgreeWithAll() {
        assertThat(Shape.sequence(-1, 32).agreesWith(Shape.sequence(100, 32))).isTrue();
        assertThat(Shape.sequence(99, 32).agreesWith(Shape.sequence(100, 32))).isFalse();
        assertThat(Shape.sequence(-1, 32).agreesWith(Shape.vector(32))).isFalse();
    }

    @Test
    void saturatedArithmeticStopsAtTheLargest() {
        assertThat(Saturated.times(3, 4)).isEqualTo(12);
        assertThat(Saturated.times(0, Long.MAX_VALUE)).isZero();
        assertThat(Saturated.times(1L << 32, 1L << 31)).isEqualTo(Long.MAX_VALUE);
        assertThat(Saturated.times(1L << 32, 1L << 32)).isEqualTo(Long.MAX_VALUE);
        assertThat(Saturated.times(Long.MAX_VALUE, Long.MAX_VALUE)).isEqualTo(Long.MAX_VALUE);
        assertThat(Saturated.plus(Long.MAX_VALUE, 1)).isEqualTo(Long.MAX_VALUE);
        assertThat(Saturated.plus(2, 3)).isEqualTo(5);
    }
}
