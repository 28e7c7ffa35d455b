// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dicom.pixel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.vesalius.core.ReportedException;
import org.vesalius.dataset.array.Axis;
import org.vesalius.dataset.array.Brightness;
import org.vesalius.dataset.array.ElementType;
import org.vesalius.dataset.array.TypedArray;
import org.vesalius.dataset.pixel.Picture;
import org.vesalius.dataset.pixel.UnreadableImageException;
import org.vesalius.dataset.pixel.ValueOptions;
import org.vesalius.dicom.DicomBytes;
import org.vesalius.dicom.data.ByteSource;
import org.vesalius.dicom.data.DicomFile;

/** Pixels whose values are worked out by hand. */
class DicomImageTest {
    private static final String EXPLICIT = "1.2.840.10008.1.2.1";
    private static final String RLE = "1.2.840.10008.1.2.5";

    private static DicomImage image(DicomBytes bytes) throws IOException {
        return DicomImage.of(DicomFile.open(ByteSource.of(bytes.file(EXPLICIT))));
    }

    private static float[] values(DicomBytes bytes) throws IOException {
        return image(bytes).read(Map.of()).floats();
    }

    /** The header of a grey picture. */
    private static DicomBytes grey(String photometric, int rows, int columns, int allocated, int stored, int high, int signed) {
        return DicomBytes.explicit().text(0x00080060, "CS", "MR").us(0x00280002, 1).text(0x00280004, "CS", photometric)
                .us(0x00280010, rows).us(0x00280011, columns).us(0x00280100, allocated).us(0x00280101, stored)
                .us(0x00280102, high).us(0x00280103, signed);
    }

    private static DicomBytes colors(String photometric, int planar, int columns) {
        return DicomBytes.explicit().us(0x00280002, 3).text(0x00280004, "CS", photometric).us(0x00280006, planar)
                .us(0x00280010, 1).us(0x00280011, columns).us(0x00280100, 8).us(0x00280101, 8).us(0x00280102, 7)
                .us(0x00280103, 0);
    }

    @Test
    void bitsAroundAValueAreNoneOfIt() throws IOException {
        // twelve bits from the third on, an overlay in the lowest and in the highest
        DicomBytes bytes = grey("MONOCHROME2", 1, 3, 16, 12, 13, 0).number(0x7FE00010, "OW", 2, 0x8003, 0x3FFC | 1, 4 << 2);
        assertThat(values(bytes)).containsExactly(0, 4095, 4);
        DicomBytes signed = grey("MONOCHROME2", 1, 3, 16, 12, 11, 1).number(0x7FE00010, "OW", 2, 0xF800, 0x07FF, 0x0FFF);
        assertThat(values(signed)).containsExactly(-2048, 2047, -1);
        assertThat(image(signed).description(Map.of()).type()).isEqualTo(ElementType.I16);
        assertThat(values(grey("MONOCHROME2", 1, 10, 1, 1, 0, 0).bytes(0x7FE00010, "OB", new byte[] {0x05, 0x02})))
                .containsExactly(1, 0, 1, 0, 0, 0, 0, 0, 0, 1);
    }

    @Test
    void valuesAreInRealUnits() throws IOException {
        DicomBytes bytes = DicomBytes.explicit().text(0x00080060, "CS", "CT").us(0x00280002, 1)
                .text(0x00280004, "CS", "MONOCHROME2").us(0x00280010, 1).us(0x00280011, 2)
                .text(0x00280030, "DS", "0.5\\0.25").us(0x00280100, 16).us(0x00280101, 12).us(0x00280102, 11)
                .us(0x00280103, 0).text(0x00281050, "DS", "40").text(0x00281051, "DS", "400")
                .text(0x00281052, "DS", "-1024").text(0x00281053, "DS", "1").number(0x7FE00010, "OW", 2, 0, 1064);
        TypedArray array = image(bytes).read(Map.of());
        assertThat(array.floats()).containsExactly(-1024, 40);
        assertThat(array.description().unit()).isEqualTo("HU");
        assertThat(array.description().type()).isEqualTo(ElementType.I16);
        assertThat(array.description().spacing()).containsExactly(0.5, 0.25);
        // PS3.3, C.11.2.1.2.1: from c - 0.5 - (w - 1) / 2 to c - 0.5 + (w - 1) / 2
        assertThat(array.description().brightness()).isEqualTo(Brightness.between(-160, 239));
        assertThat(image(bytes).description(Map.of("window", "none")).brightness()).isEqualTo(Brightness.between(-1024, 3071));
        assertThat(image(bytes).description(Map.of("window", "50,100")).brightness()).isEqualTo(Brightness.between(0, 100));
        assertThatThrownBy(() -> image(bytes).description(Map.of("window", "wide"))).isInstanceOf(ReportedException.class);
    }

    @Test
    void aModalityTableGivesRealUnits() throws IOException {
        byte[] table = DicomBytes.explicit().us(0x00283002, 3, 10, 16).text(0x00283004, "LO", "OD")
                .us(0x00283006, 100, 200, 400).done();
        DicomBytes bytes = grey("MONOCHROME2", 1, 4, 8, 8, 7, 0).head(0x00283000, "SQ", table.length + 8)
                .item(0xE000, table.length).raw(table).bytes(0x7FE00010, "OB", new byte[] {0, 10, 12, 99});
        assertThat(values(bytes)).containsExactly(100, 100, 400, 400);
        assertThat(image(bytes).description(Map.of()).unit()).isEqualTo("OD");
    }

    @Test
    void theLeastValueOfMonochrome1IsWhite() throws IOException {
        DicomBytes bytes = grey("MONOCHROME1", 1, 2, 8, 8, 7, 0).bytes(0x7FE00010, "OB", new byte[] {0, (byte) 255});
        assertThat(image(bytes).description(Map.of()).brightness().inverted()).isTrue();
        assertThat(Picture.of(image(bytes).read(Map.of())).image(ValueOptions.of(Map.of())).values()).containsExactly(255, 0);
    }

    @Test
    void coloursBecomeRedGreenAndBlue() throws IOException {
        assertThat(values(colors("RGB", 1, 2).bytes(0x7FE00010, "OB", new byte[] {1, 2, 3, 4, 5, 6})))
                .containsExactly(1, 3, 5, 2, 4, 6);
        // pure red of BT.601: Y = 76, Cb = 85, Cr = 255
        assertThat(values(colors("YBR_FULL", 0, 2).bytes(0x7FE00010, "OB",
                new byte[] {76, 85, (byte) 255, (byte) 128, (byte) 128, (byte) 128}))).containsExactly(254, 0, 0, 128, 128, 128);
        assertThat(values(colors("YBR_FULL_422", 0, 2).bytes(0x7FE00010, "OB", new byte[] {10, 20, (byte) 128, (byte) 128})))
                .containsExactly(10, 10, 10, 20, 20, 20);
        DicomBytes palette = grey("PALETTE COLOR", 1, 2, 8, 8, 7, 0);
        for (int i = 0; i < 3; i++) {
            palette.us(0x00281101 + i, 2, 7, 16);
        }
        for (int i = 0; i < 3; i++) {
            palette.number(0x00281201 + i, "OW", 2, 1000 * (i + 1), 65_535 - i);
        }
        assertThat(values(palette.bytes(0x7FE00010, "OB", new byte[] {7, 8})))
                .containsExactly(1000, 2000, 3000, 65_535, 65_534, 65_533);
    }

    @Test
    void framesAreAFilm() throws IOException {
        DicomBytes bytes = DicomBytes.explicit().text(0x00181063, "DS", "40").us(0x00280002, 1)
                .text(0x00280004, "CS", "MONOCHROME2").text(0x00280008, "IS", "2").us(0x00280010, 1).us(0x00280011, 2)
                .us(0x00280100, 8).us(0x00280101, 8).us(0x00280102, 7).us(0x00280103, 0)
                .bytes(0x7FE00010, "OB", new byte[] {1, 2, 3, 4});
        TypedArray array = image(bytes).read(Map.of());
        assertThat(array.description().axes().get(0)).isEqualTo(new Axis(Axis.TIME, 2, 0.04));
        assertThat(array.floats()).containsExactly(1, 2, 3, 4);
    }

    @Test
    void runLengthsAreUnpacked() throws IOException {
        byte[] frame = new byte[64 + 6];
        frame[0] = 1;
        frame[4] = 64;
        System.arraycopy(new byte[] {1, 5, 6, -2, 9, -128}, 0, frame, 64, 6);
        DicomBytes bytes = grey("MONOCHROME2", 1, 5, 8, 8, 7, 0).head(0x7FE00010, "OB", 0xFFFFFFFFL).item(0xE000, 0)
                .item(0xE000, frame.length).raw(frame).item(0xE0DD, 0);
        assertThat(DicomImage.of(DicomFile.open(ByteSource.of(bytes.file(RLE)))).read(Map.of()).floats())
                .containsExactly(5, 6, 9, 9, 9);
    }

    @Test
    void headersThatLieAreRefused() {
        assertRefused(grey("MONOCHROME2", 2, 3, 8, 8, 7, 0).bytes(0x7FE00010, "OB", new byte[4]), "announces 6 bytes");
        assertRefused(grey("MONOCHROME2", 2, 3, 8, 8, 7, 0), "has no pixel data");
        assertRefused(grey("MONOCHROME2", 2, 3, 12, 12, 11, 0).bytes(0x7FE00010, "OW", new byte[10]), "12 bits a sample");
        assertRefused(grey("MONOCHROME2", 65_535, 65_535, 8, 8, 7, 0).bytes(0x7FE00010, "OB", new byte[4]), "more values");
        assertRefused(grey("HSV", 1, 2, 8, 8, 7, 0).bytes(0x7FE00010, "OB", new byte[2]), "'HSV'");
        assertRefused(grey("MONOCHROME2", 0, 3, 8, 8, 7, 0).bytes(0x7FE00010, "OB", new byte[4]), "3×0 pixels");
        DicomBytes video = grey("MONOCHROME2", 2, 2, 8, 8, 7, 0).head(0x7FE00010, "OB", 0xFFFFFFFFL).item(0xE000, 0)
                .item(0xE0DD, 0);
        assertThatThrownBy(() -> DicomImage.of(DicomFile.open(ByteSource.of(video.file("1.2.840.10008.1.2.4.102")))))
                .isInstanceOf(UnreadableImageException.class)
                .hasMessage("is compressed with the transfer syntax MPEG-4 AVC/H.264 High Profile, which can't be read");
    }

    @Test
    void headersThatLieTakeNoMemory() throws IOException {
        assertThatThrownBy(() -> image(grey("MONOCHROME2", 16_000, 16_000, 8, 8, 7, 0).bytes(0x7FE00010, "OB", new byte[4]))
                .description(Map.of())).isInstanceOf(UnreadableImageException.class)
                .hasMessage("is damaged: its header announces 256000000 bytes of pixels, and it has 4");
        // two bytes of run lengths hold 128 at most
        byte[] frame = new byte[66];
        for (int columns : new int[] {66 * 64, 66 * 64 + 1}) {
            byte[] file = grey("MONOCHROME2", 1, columns, 8, 8, 7, 0).head(0x7FE00010, "OB", 0xFFFFFFFFL).item(0xE000, 0)
                    .item(0xE000, frame.length).raw(frame).item(0xE0DD, 0).file(RLE);
            if (columns % 2 == 0) {
                assertThat(DicomImage.of(DicomFile.open(ByteSource.of(file))).frames()).isEqualTo(1);
            } else {
                assertThatThrownBy(() -> DicomImage.of(DicomFile.open(ByteSource.of(file))))
                        .isInstanceOf(UnreadableImageException.class).hasMessageContaining("more pixels than its compressed bytes");
            }
        }
    }

    private static void assertRefused(DicomBytes bytes, String words) {
        assertThatThrownBy(() -> image(bytes).read(Map.of())).isInstanceOf(UnreadableImageException.class)
                .hasMessageContaining(words);
    }
}
