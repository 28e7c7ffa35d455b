// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset.reader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.function.IntUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vesalius.dataset.Images;
import org.vesalius.dataset.pixel.PixelImage;
import org.vesalius.dataset.pixel.UnreadableImageException;

class ImageFileReaderTest {
    private final ImageFileReader reader = new ImageFileReader();

    @TempDir
    private Path root;

    @Test
    void greyValuesComeAsTheyAreStored() throws IOException {
        PixelImage image = read("a.png", Images.bytes(Images.grey(10, 8, 7), "png"));

        assertThat(image.height()).isEqualTo(8);
        assertThat(image.width()).isEqualTo(10);
        assertThat(image.channels()).isEqualTo(1);
        assertThat(image.value(0, 0, 0)).isEqualTo(7);
        assertThat(image.value(5, 9, 0)).isEqualTo(9 * 3 + 5 * 2 + 7);
    }

    @Test
    void sixteenBitsComeDownTo255() throws IOException {
        BufferedImage deep = Images.deep(8, 65_535, 257, 100);

        for (String format : new String[] {"png", "tiff"}) {
            PixelImage image = read("deep." + format, Images.bytes(deep, format));

            assertThat(image.value(0, 0, 0)).isCloseTo(255, within(1e-4f));
            assertThat(image.value(0, 1, 0)).isCloseTo(1, within(1e-4f));
            assertThat(image.value(0, 2, 0)).isCloseTo(100 * 255 / 65_535f, within(1e-4f));
        }
    }

    @Test
    void colorsAreRedGreenBlueAndTransparencyIsDropped() throws IOException {
        BufferedImage color = new BufferedImage(8, 8, BufferedImage.TYPE_INT_ARGB);
        color.setRGB(3, 2, 0x40_FF8001);

        PixelImage image = read("color.png", Images.bytes(color, "png"));

        assertThat(image.channels()).isEqualTo(3);
        assertThat(new float[] {image.value(2, 3, 0), image.value(2, 3, 1), image.value(2, 3, 2)})
                .containsExactly(255, 128, 1);
    }

    @Test
    void palettesAreResolved() throws IOException {
        byte[] reds = {0, (byte) 200, 30};
        byte[] greens = {0, 100, 30};
        IndexColorModel palette = new IndexColorModel(8, 3, reds, greens, greens);
        BufferedImage image = new BufferedImage(8, 8, BufferedImage.TYPE_BYTE_INDEXED, palette);
        image.getRaster().setSample(4, 4, 0, 1);

        for (String format : new String[] {"png", "gif"}) {
            PixelImage read = read("palette." + format, Images.bytes(image, format));

            assertThat(read.channels()).isEqualTo(3);
            assertThat(read.value(4, 4, 0)).isEqualTo(200);
            assertThat(read.value(4, 4, 2)).isEqualTo(100);
        }
    }

    @Test
    void greyPalettesAndBlackAndWhiteAreGrey() throws IOException {
        BufferedImage binary = new BufferedImage(9, 9, BufferedImage.TYPE_BYTE_BINARY);
        binary.getRaster().setSample(8, 8, 0, 1);

        PixelImage image = read("binary.png", Images.bytes(binary, "png"));

        assertThat(image.channels()).isEqualTo(1);
        assertThat(image.value(8, 8, 0)).isEqualTo(255);
        assertThat(image.value(0, 0, 0)).isZero();
    }

    @Test
    void jpegsAndBmps() throws IOException {
        PixelImage jpeg = read("a.jpg", Images.bytes(Images.grey(40, 30, 10), "jpg"));
        PixelImage bmp = read("a.bmp", Images.bytes(Images.grey(40, 30, 10), "bmp"));

        assertThat(jpeg.channels()).isEqualTo(1);
        assertThat(jpeg.value(20, 20, 0)).isCloseTo(110, within(4f));
        assertThat(bmp.value(20, 20, 0)).isEqualTo(110);
    }

    @Test
    void exifOrientationIsHonoured() throws IOException {
        byte[] jpeg = Images.bytes(Images.grey(64, 32, 0), "jpg");

        PixelImage turned = read("turned.jpg", withOrientation(jpeg, 6));
        PixelImage upsideDown = read("down.jpg", withOrientation(jpeg, 3));

        // 6: what is stored as the first row is the right edge
        assertThat(turned.height()).isEqualTo(64);
        assertThat(turned.width()).isEqualTo(32);
        assertThat(turned.value(60, 31, 0)).isCloseTo(180, within(6f));
        assertThat(turned.value(0, 1, 0)).isCloseTo(60, within(6f));
        assertThat(upsideDown.value(31, 3, 0)).isCloseTo(180, within(6f));
    }

    private static byte[] withOrientation(byte[] jpeg, int orientation) {
        byte[] segment = {(byte) 0xFF, (byte) 0xE1, 0, 34, 'E', 'x', 'i', 'f', 0, 0, 'M', 'M', 0, 42, 0, 0, 0, 8, 0, 1,
            1, 0x12, 0, 3, 0, 0, 0, 1, 0, (byte) orientation, 0, 0, 0, 0, 0, 0};
        byte[] all = new byte[jpeg.length + segment.length];
        System.arraycopy(jpeg, 0, all, 0, 2);
        System.arraycopy(segment, 0, all, 2, segment.length);
        System.arraycopy(jpeg, 2, all, 2 + segment.length, jpeg.length - 2);
        return all;
    }

    @Test
    void pgmAndPpmOf8And16Bits() throws IOException {
        PixelImage grey = read("a.pgm", pnm("P5\n# made by hand\n8 8\n255\n", 64, i -> i));
        PixelImage color = read("a.ppm", pnm("P6 8 8 255\n", 192, i -> i));
        PixelImage deep = read("deep.pgm", pnm("P5\n8 8\n4095\n", 128, i -> i % 2 == 0 ? 0x0F : 0xFF));
        PixelImage text = read("text.pgm", ("P2\n8 8\n255\n" + "17 ".repeat(64)).getBytes(StandardCharsets.US_ASCII));

        assertThat(grey.value(7, 7, 0)).isEqualTo(63);
        assertThat(new float[] {color.value(0, 1, 0), color.value(0, 1, 1), color.value(0, 1, 2)})
                .containsExactly(3, 4, 5);
        assertThat(deep.value(3, 3, 0)).isCloseTo(255, within(1e-3f));
        assertThat(text.value(7, 7, 0)).isEqualTo(17);
    }

    @Test
    void severalImagesBehindEachOtherAreRefused() throws IOException {
        byte[] one = pnm("P5 8 8 255\n", 64, i -> i);
        byte[] two = Arrays.copyOf(one, 2 * one.length);
        System.arraycopy(one, 0, two, one.length, one.length);

        assertUnreadable("two.pgm", two, "holds several images; one is expected");
        assertThat(read("line.pgm", Arrays.copyOf(one, one.length + 1)).value(7, 7, 0)).isEqualTo(63);
    }

    private static byte[] pnm(String header, int values, IntUnaryOperator value) {
        byte[] start = header.getBytes(StandardCharsets.US_ASCII);
        byte[] all = Arrays.copyOf(start, start.length + values);
        for (int i = 0; i < values; i++) {
            all[start.length + i] = (byte) value.applyAsInt(i);
        }
        return all;
    }

    /** Both eyes, or a row of views, in one file; a preview or a map behind the picture is no second one. */
    @Test
    void severalPicturesInOneJpegAreRefused() throws IOException {
        byte[] first = Images.bytes(Images.grey(40, 30, 1), "jpg");
        byte[] preview = Images.bytes(Images.grey(20, 15, 1), "jpg");
        byte[] second = Images.bytes(Images.grey(40, 30, 9), "jpg");

        assertUnreadable("both.jpg", multiPicture(first, second), "several pictures");
        assertThat(read("preview.jpg", multiPicture(first, preview)).width()).isEqualTo(40);
        byte[] lost = Arrays.copyOf(multiPicture(first, preview), first.length + 90);
        assertThat(read("lost.jpg", lost).width()).isEqualTo(40);
    }

    /** The index of CIPA DC-007, 5.2: version, number of pictures, 16 bytes for each; places count from its header. */
    private static byte[] multiPicture(byte[] first, byte[] second) {
        int header = 2 + 8;
        int segment = 2 + 6 + 8 + 2 + 3 * 12 + 4 + 2 * 16;
        ByteBuffer all = ByteBuffer.allocate(first.length + segment + second.length);
        all.put(first, 0, 2).putShort((short) 0xFFE2).putShort((short) (segment - 2))
                .put("MPF\0".getBytes(StandardCharsets.US_ASCII));
        all.put("MM".getBytes(StandardCharsets.US_ASCII)).putShort((short) 42).putInt(8).putShort((short) 3);
        all.putShort((short) 0xB000).putShort((short) 7).putInt(4).put("0100".getBytes(StandardCharsets.US_ASCII));
        all.putShort((short) 0xB001).putShort((short) 4).putInt(1).putInt(2);
        all.putShort((short) 0xB002).putShort((short) 7).putInt(32).putInt(8 + 2 + 3 * 12 + 4);
        all.putInt(0);
        all.putInt(0x30000).putInt(first.length + segment).putInt(0).putInt(0);
        all.putInt(0x20003).putInt(second.length).putInt(first.length + segment - header).putInt(0);
        return all.put(first, 2, first.length - 2).put(second).array();
    }

    @Test
    void truncatedFilesAreRefusedHoweverMuchIsMissing() throws IOException {
        for (String format : new String[] {"jpg", "png", "gif", "bmp", "tiff"}) {
            byte[] whole = Images.bytes(Images.grey(200, 150, 1), format);
            assertThat(read("whole." + format, whole).width()).isEqualTo(200);
            for (double kept : new double[] {0.05, 0.3, 0.6, 0.9}) {
                assertUnreadable("part." + format, Images.truncated(whole, kept), "");
            }
        }
        byte[] jpeg = Images.bytes(Images.grey(200, 150, 1), "jpg");
        assertUnreadable("part.jpg", Images.truncated(jpeg, 0.7), "truncated");
        assertUnreadable("part.pgm", "P5 20 20 255\nabc".getBytes(StandardCharsets.US_ASCII), "truncated");
    }

    @Test
    void aPieceMissingInTheMiddleOfAJpegIsRefused() throws IOException {
        byte[] jpeg = Images.bytes(Images.grey(400, 300, 1), "jpg");
        byte[] cut = Images.truncated(jpeg, 0.6);
        cut[cut.length - 2] = (byte) 0xFF;
        cut[cut.length - 1] = (byte) 0xD9;

        assertUnreadable("cut.jpg", cut, "part of the image is missing");
    }

    @Test
    void whatIsNoImageIsRefused() throws IOException {
        assertUnreadable("text.png", "not an image at all".getBytes(StandardCharsets.UTF_8), "is no image");
        assertUnreadable("empty.png", new byte[0], "is empty");
        assertUnreadable("dot.png", Images.bytes(Images.grey(1, 1, 0), "png"), "only 1×1 pixels");
        assertUnreadable("vast.png", Images.hollowPng(20_000, 20_000), "20000×20000 pixels");
        assertUnreadable("hollow.png", Images.hollowPng(20, 20), "truncated");
        assertUnreadable("vast.pgm", "P5 20000 20000 255\n".getBytes(StandardCharsets.US_ASCII), "20000×20000");
        assertUnreadable("odd.pgm", "P5 a b c\n".getBytes(StandardCharsets.US_ASCII), "header");
        assertUnreadable("bare.tif", new byte[] {'I', 'I', 42, 0, 8, 0, 0, 0, 0, 0, 0, 0}, "");
    }

    @Test
    void onlyFilesBelowTheRootAreRead() throws IOException {
        Path outside = Files.createDirectory(root.resolve("outside"));
        Images.write(Images.grey(9, 9, 0), "png", outside.resolve("secret.png"));
        Path inside = Files.createDirectory(root.resolve("inside"));
        Files.createSymbolicLink(inside.resolve("link.png"), outside.resolve("secret.png"));

        assertThatThrownBy(() -> reader.read(inside, "../outside/secret.png", Map.of()))
                .isInstanceOf(UnreadableImageException.class).hasMessageContaining("leads out");
        assertThatThrownBy(() -> reader.read(inside, outside.resolve("secret.png").toString(), Map.of()))
                .isInstanceOf(UnreadableImageException.class).hasMessageContaining("leads out");
        assertThatThrownBy(() -> reader.read(inside, "link.png", Map.of()))
                .isInstanceOf(UnreadableImageException.class).hasMessageContaining("link that leads out");
        assertThatThrownBy(() -> reader.read(inside, "none.png", Map.of()))
                .isInstanceOf(UnreadableImageException.class).hasMessageContaining("missing");
        assertThatThrownBy(() -> reader.read(root, "inside", Map.of()))
                .isInstanceOf(UnreadableImageException.class).hasMessageContaining("no file");
    }

    @Test
    void fingerprintsTellContentsApart() throws IOException {
        Images.write(Images.grey(9, 9, 0), "png", root.resolve("a.png"));
        Images.write(Images.grey(9, 9, 0), "png", root.resolve("same.png"));
        Images.write(Images.grey(9, 9, 1), "png", root.resolve("other.png"));

        String fingerprint = reader.fingerprint(root, "a.png", Map.of());

        assertThat(reader.fingerprint(root, "same.png", Map.of())).isEqualTo(fingerprint);
        assertThat(reader.fingerprint(root, "other.png", Map.of())).isNotEqualTo(fingerprint);
    }

    private PixelImage read(String name, byte[] content) throws IOException {
        Files.write(root.resolve(name), content);
        return new PictureReader(reader).read(root, name, Map.of());
    }

    private void assertUnreadable(String name, byte[] content, String reason) {
        assertThatThrownBy(() -> read(name, content)).as(name + " of " + content.length + " bytes")
                .isInstanceOf(UnreadableImageException.class).hasMessageContaining(reason)
                .message().doesNotContain(name);
    }
}
