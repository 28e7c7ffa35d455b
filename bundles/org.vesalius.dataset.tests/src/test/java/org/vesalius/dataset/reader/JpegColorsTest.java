// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset.reader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vesalius.dataset.array.ElementType;
import org.vesalius.dataset.pixel.PixelImage;
import org.vesalius.dataset.pixel.UnreadableImageException;

/** What the components of a JPEG mean, for images of one colour; the expected ones follow from the standards. */
class JpegColorsTest {
    /** The colour 200, 60, 30 in YCbCr (ITU-T T.871): 0.299 × 200 + 0.587 × 60 + 0.114 × 30 = 98.4, and so on. */
    private static final int[] YCBCR = {98, 89, 200};
    private static final int[] COLOR = {200, 60, 29};

    @TempDir
    private Path root;

    @Test
    void threeComponentsAreYCbCrWithoutAnythingThatSaysOtherwise() throws IOException {
        for (int[] ids : new int[][] {{1, 2, 3}, {0, 1, 2}, {7, 8, 9}}) {
            assertColor(jpeg(YCBCR, ids), COLOR);
            assertColor(withSegment(jpeg(YCBCR, ids), adobe(1)), COLOR);
            // of three components an unknown transform is that to YCbCr
            assertColor(withSegment(jpeg(YCBCR, ids), adobe(2)), COLOR);
            assertColor(withSegment(jpeg(YCBCR, ids), adobe(0)), YCBCR);
            assertColor(withSegment(jpeg(YCBCR, ids), jfif()), COLOR);
        }
    }

    /** As a PNG of the same colours is: what turns YCbCr into RGB gives whole numbers. */
    @Test
    void coloursAreBytes() throws IOException {
        Files.write(root.resolve("a.jpg"), jpeg(YCBCR, 1, 2, 3));

        assertThat(new ImageFileReader().describe(root, "a.jpg", Map.of()).type()).isEqualTo(ElementType.U8);
    }

    /** Looking whether a file is whole makes no pixels, and finds what making them finds. */
    @Test
    void damageIsFoundWithoutPixelsToo() throws IOException {
        byte[] whole = jpeg(YCBCR, 1, 2, 3);
        int refused = 0;
        for (int place = 2; place < whole.length; place += 3) {
            byte[] damaged = whole.clone();
            damaged[place] ^= (byte) (1 << place % 8);
            Optional<String> reason = refusal(() -> read(damaged));
            assertThat(refusal(() -> new PictureReader(new ImageFileReader()).range(root, "a.jpg", Map.of()))).as("byte " + place)
                    .isEqualTo(reason);
            refused += reason.isPresent() ? 1 : 0;
        }
        assertThat(refused).isPositive();
    }

    private static Optional<String> refusal(ThrowingCallable reading) {
        return Optional.ofNullable(catchThrowable(reading)).map(refused -> assertInstanceOf(UnreadableImageException.class, refused))
                .map(Throwable::getMessage);
    }

    @Test
    void componentsNamedRedGreenBlueAreThat() throws IOException {
        int[] letters = {'R', 'G', 'B'};

        assertColor(jpeg(YCBCR, letters), YCBCR);
        assertColor(withSegment(jpeg(YCBCR, letters), adobe(1)), COLOR);
        assertColor(withSegment(jpeg(YCBCR, letters), jfif()), COLOR);
    }

    @Test
    void fourComponentsAreInksWhichAdobeInverts() throws IOException {
        // cyan 51, magenta 102, yellow 255, black 0: 255 - each
        int[] inks = {51, 102, 255, 0};
        int[] inverted = {204, 153, 0, 255};
        int[] expected = {204, 153, 0};

        assertColor(jpeg(inks, 1, 2, 3, 4), expected);
        assertColor(withSegment(jpeg(inverted, 1, 2, 3, 4), adobe(0)), expected);
        // YCCK holds the YCbCr of the inverted file's complement: that of 255 - 200, 255 - 60, 255 - 29
        int[] ycck = {98, 89, 200, 128};
        assertColor(withSegment(jpeg(ycck, 1, 2, 3, 4), adobe(2)),
                new int[] {(255 - 200) * 128 / 255, (255 - 60) * 128 / 255, (255 - 29) * 128 / 255});
    }

    @Test
    void oneComponentIsGreyAndTwoAreRefused() throws IOException {
        assertColor(jpeg(new int[] {77}, 1), new int[] {77});
        assertThatThrownBy(() -> read(jpeg(new int[] {77, 33}, 1, 2))).isInstanceOf(UnreadableImageException.class)
                .hasMessageContaining("2 components");
    }

    @Test
    void kindsOfCodingThatCantBeReadAreNamed() throws IOException {
        byte[] deep = jpeg(YCBCR, 1, 2, 3);
        deep[frame(deep) + 4] = 12;
        byte[] lossless = jpeg(YCBCR, 1, 2, 3);
        lossless[frame(lossless) + 1] = (byte) 0xC3;

        assertThatThrownBy(() -> read(deep)).hasMessageContaining("JPEG of 12 bits");
        assertThatThrownBy(() -> read(lossless)).hasMessageContaining("lossless");
    }

    /** A JPEG of these component ids without JFIF and Adobe segments. */
    private static byte[] jpeg(int[] color, int... ids) throws IOException {
        WritableRaster raster = Raster.createInterleavedRaster(0, 16, 16, ids.length, null);
        for (int i = 0; i < 256; i++) {
            raster.setPixel(i % 16, i / 16, color);
        }
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ImageWriteParam param = writer.getDefaultWriteParam();
        param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        param.setCompressionQuality(1);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ImageOutputStream stream = ImageIO.createImageOutputStream(out)) {
            writer.setOutput(stream);
            writer.write(null, new IIOImage(raster, null, null), param);
        }
        writer.dispose();
        return named(bare(out.toByteArray()), ids);
    }

    /** Without the application segments. */
    private static byte[] bare(byte[] jpeg) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(jpeg, 0, 2);
        int at = 2;
        while ((jpeg[at + 1] & 0xF0) == 0xE0) {
            at += 2 + ((jpeg[at + 2] & 0xFF) << 8 | jpeg[at + 3] & 0xFF);
        }
        out.write(jpeg, at, jpeg.length - at);
        return out.toByteArray();
    }

    private static byte[] named(byte[] jpeg, int[] ids) {
        int frame = frame(jpeg);
        int scan = frame;
        while ((jpeg[scan] & 0xFF) != 0xFF || (jpeg[scan + 1] & 0xFF) != 0xDA) {
            scan++;
        }
        for (int i = 0; i < ids.length; i++) {
            jpeg[frame + 10 + 3 * i] = (byte) ids[i];
            jpeg[scan + 5 + 2 * i] = (byte) ids[i];
        }
        return jpeg;
    }

    private static int frame(byte[] jpeg) {
        int frame = 2;
        while ((jpeg[frame] & 0xFF) != 0xFF || (jpeg[frame + 1] & 0xFF) != 0xC0) {
            frame++;
        }
        return frame;
    }

    private static byte[] adobe(int transform) {
        return new byte[] {(byte) 0xFF, (byte) 0xEE, 0, 14, 'A', 'd', 'o', 'b', 'e', 0, 100, 0, 0, 0, 0,
            (byte) transform};
    }

    private static byte[] jfif() {
        return new byte[] {(byte) 0xFF, (byte) 0xE0, 0, 16, 'J', 'F', 'I', 'F', 0, 1, 1, 0, 0, 1, 0, 1, 0, 0};
    }

    private static byte[] withSegment(byte[] jpeg, byte[] segment) {
        byte[] all = Arrays.copyOf(jpeg, jpeg.length + segment.length);
        System.arraycopy(segment, 0, all, 2, segment.length);
        System.arraycopy(jpeg, 2, all, 2 + segment.length, jpeg.length - 2);
        return all;
    }

    private void assertColor(byte[] jpeg, int[] expected) throws IOException {
        PixelImage image = read(jpeg);
        assertThat(image.channels()).isEqualTo(expected.length);
        for (int c = 0; c < expected.length; c++) {
            assertThat(image.value(8, 8, c)).as("channel " + c).isCloseTo(expected[c], within(2f));
        }
    }

    private PixelImage read(byte[] jpeg) throws IOException {
        Files.write(root.resolve("a.jpg"), jpeg);
        return new PictureReader(new ImageFileReader()).read(root, "a.jpg", Map.of());
    }
}
