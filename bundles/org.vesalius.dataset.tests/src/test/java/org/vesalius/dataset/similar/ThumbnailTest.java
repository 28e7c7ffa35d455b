// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset.similar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.BitSet;
import java.util.function.IntUnaryOperator;
import org.junit.jupiter.api.Test;
import org.vesalius.dataset.array.ArrayDescription;
import org.vesalius.dataset.array.Axis;
import org.vesalius.dataset.array.ElementType;
import org.vesalius.dataset.array.TypedArray;

/** Expected values are those of NumPy and SciPy (scipy.fft.dctn, norm "ortho") for the same pictures. */
class ThumbnailTest {
    private static final double EXACT = 1e-9;

    private final Thumbnail picture = thumbnail(40, 50, 1, value -> value);

    @Test
    void eachCellIsTheMeanOfItsArea() {
        assertThat(picture.cells()).hasSize(1024);
        assertThat(picture.cells()[0]).isCloseTo(23.08, within(EXACT));
        assertThat(picture.cells()[1]).isCloseTo(34.6, within(EXACT));
        assertThat(picture.cells()[15 * 32 + 16]).isCloseTo(138.8, within(EXACT));
        assertThat(picture.cells()[1023]).isCloseTo(109.6, within(EXACT));
    }

    @Test
    void aSmallPictureCoversTheGridAsWell() {
        assertThat(thumbnail(20, 24, 1, value -> value).cells()[1]).isCloseTo(24.0 + 2.0 / 3, within(EXACT));
    }

    /** Grey as ITU-R BT.601 weighs it: 0.299 · 10 + 0.587 · 20 + 0.114 · 30. */
    @Test
    void coloursAreBroughtToGrey() {
        byte[] pixels = new byte[2 * 2 * 3];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (byte) (10 * (i % 3 + 1));
        }
        Thumbnail grey = Thumbnail.of(TypedArray.of(ArrayDescription.of(ElementType.U8, Axis.of(Axis.Y, 2), Axis.of(Axis.X, 2),
                Axis.of(Axis.CHANNEL, 3)), pixels), 10, 30);

        assertThat(grey.cells()[500]).isCloseTo(18.15, within(EXACT));
        assertThat(grey.flat()).isTrue();
    }

    @Test
    void theHashIsThatOfTheCosineTransform() {
        assertThat(PerceptualHash.of(picture).text())
                .isEqualTo("7fd8b081a8202d09d7e8aff25a48ce527f8053ee54bc6d526948dfe8217a2d4e");
        PerceptualHash other = PerceptualHash.of(thumbnail(40, 50, 3, value -> value));
        assertThat(other.text()).isEqualTo("7e5831018007cf815f997e347244a336cde87fdaeec03c3c40e1d59035fd1e5e");
        BitSet differing = BitSet.valueOf(PerceptualHash.of(picture).words());
        differing.xor(BitSet.valueOf(other.words()));
        assertThat(differing.cardinality()).isEqualTo(98);
        assertThat(PerceptualHash.parse(other.text()).words()).isEqualTo(other.words());
    }

    @Test
    void likenessIsTheCorrelationOfDetails() {
        assertThat(picture.likeness(thumbnail(40, 50, 3, value -> value))).isCloseTo(0.14872887031760468, within(EXACT));
        assertThat(picture.likeness(picture)).isCloseTo(1, within(EXACT));
    }

    @Test
    void whatBrighteningLostDoesNotCount() {
        Thumbnail bright = thumbnail(40, 50, 1, value -> Math.min(value * 7 / 5, 255));

        assertThat(picture.likeness(bright)).isCloseTo(0.9923068954299378, within(EXACT));
        assertThat(picture.likeness(thumbnail(40, 50, 1, value -> 255))).isZero();
    }

    @Test
    void aTextKeepsAThumbnailToAFractionOfAStep() {
        Thumbnail again = Thumbnail.parse(picture.text());

        for (int i = 0; i < 1024; i++) {
            assertThat(again.cells()[i]).isCloseTo(picture.cells()[i], within(1.0 / 512));
        }
    }

    private static Thumbnail thumbnail(int height, int width, int factor, IntUnaryOperator change) {
        byte[] pixels = new byte[height * width];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                pixels[y * width + x] =
                        (byte) change.applyAsInt((x * 7 + y * y % 97 + x * y * factor % 31 * 5) % 200 + 20);
            }
        }
        return Thumbnail.of(TypedArray.of(ArrayDescription.of(ElementType.U8, Axis.of(Axis.Y, height), Axis.of(Axis.X, width)),
                pixels), 0, 0);
    }
}
