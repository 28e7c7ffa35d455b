// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset.reader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.function.IntToDoubleFunction;
import java.util.function.IntUnaryOperator;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vesalius.dataset.pixel.PixelImage;
import org.vesalius.dataset.pixel.StoredRange;
import org.vesalius.dataset.pixel.UnreadableImageException;

/** PNG files of 16×8 written by hand in every type; the expected levels follow from the PNG specification. */
class PngTypesTest {
    private static final int WIDTH = 16;
    private static final int HEIGHT = 8;
    private static final int GREY = 0;
    private static final int RGB = 2;
    private static final int PALETTE = 3;
    private static final int GREY_ALPHA = 4;
    private static final int RGB_ALPHA = 6;

    @TempDir
    private Path root;

    @Test
    void greyOfAllDepths() throws IOException {
        for (int bits : new int[] {1, 2, 4, 8, 16}) {
            int white = (1 << bits) - 1;
            byte[] data = packed(bits, 1, i -> i * 37 % (white + 1));

            assertPixels(png(bits, GREY, data), 1, i -> 255.0 * (i * 37 % (white + 1)) / white);
            assertPixels(png(bits, GREY, data, chunk("tRNS", 0, 1)), 1, i -> 255.0 * (i * 37 % (white + 1)) / white);
            // significant bits say where values come from, not what is white
            assertPixels(png(bits, GREY, data, chunk("sBIT", 1)), 1, i -> 255.0 * (i * 37 % (white + 1)) / white);
        }
    }

    @Test
    void colorsWithAndWithoutTransparency() throws IOException {
        for (int bits : new int[] {8, 16}) {
            int white = (1 << bits) - 1;
            IntUnaryOperator value = i -> i * 7919 % (white + 1);

            assertPixels(png(bits, RGB, packed(bits, 3, value)), 3, i -> 255.0 * value.applyAsInt(i) / white);
            assertPixels(png(bits, RGB, packed(bits, 3, value), chunk("tRNS", 0, 0, 0, 1, 0, 2)), 3,
                    i -> 255.0 * value.applyAsInt(i) / white);
            assertPixels(png(bits, RGB_ALPHA, packed(bits, 4, value)), 3,
                    i -> 255.0 * value.applyAsInt(i / 3 * 4 + i % 3) / white);
            assertPixels(png(bits, GREY_ALPHA, packed(bits, 2, value)), 1,
                    i -> 255.0 * value.applyAsInt(2 * i) / white);
        }
    }

    @Test
    void palettesOfAllDepths() throws IOException {
        for (int bits : new int[] {1, 2, 4, 8}) {
            int size = 1 << bits;
            int[] entries = new int[3 * size];
            for (int i = 0; i < size; i++) {
                entries[3 * i] = 255 - i;
                entries[3 * i + 1] = i;
                entries[3 * i + 2] = 99;
            }
            byte[] data = packed(bits, 1, i -> i % size);
            IntToDoubleFunction expected = i -> i % 3 == 0 ? 255 - i / 3 % size : i % 3 == 1 ? i / 3 % size : 99;

            assertPixels(png(bits, PALETTE, data, chunk("PLTE", entries)), 3, expected);
            assertPixels(png(bits, PALETTE, data, chunk("PLTE", entries), chunk("tRNS", 0, 128)), 3, expected);
        }
    }

    @Test
    void exifOrientationIsHonoured() throws IOException {
        byte[] file = png(8, GREY, packed(8, 1, i -> i), chunk("eXIf", 'M', 'M', 0, 42, 0, 0, 0, 8, 0, 1, 1, 0x12, 0, 3,
                0, 0, 0, 1, 0, 6, 0, 0, 0, 0, 0, 0));

        PixelImage turned = read(file, Map.of());

        assertThat(turned.height()).isEqualTo(WIDTH);
        // the first row becomes the right edge
        assertThat(turned.value(0, HEIGHT - 1, 0)).isZero();
        assertThat(turned.value(WIDTH - 1, HEIGHT - 1, 0)).isEqualTo(15);
    }

    @Test
    void sixteenBitsInUseToTwelveFollowTheDataSet() throws IOException {
        byte[] file = png(16, GREY, packed(16, 1, i -> i * 4095 / 127));

        assertThat(read(file, Map.of("white", "4095")).values()[127]).isEqualTo(255);
        StoredRange range = new PictureReader(new ImageFileReader()).range(root, "a.png", Map.of());
        assertThat(range).isEqualTo(new StoredRange(StoredRange.Scale.DEEP, 0, 4095));
    }

    @Test
    void animationsAndDamageAreRefused() {
        byte[] data = packed(8, 1, i -> i);
        assertRefused(png(8, GREY, data, chunk("acTL", 0, 0, 0, 3, 0, 0, 0, 0)), "holds 3 images; one is expected");
        byte[] damaged = png(8, GREY, data);
        damaged[damaged.length - 14]++;
        assertRefused(damaged, "checksum");
        assertRefused(Arrays.copyOf(damaged, damaged.length - 12), "damaged");
        assertRefused(Arrays.copyOf(png(8, GREY, data), 70), "truncated");
        assertRefused(png(8, GREY, Arrays.copyOf(data, data.length / 2)), "");
    }

    private static byte[] packed(int bits, int channels, IntUnaryOperator value) {
        int rowBytes = (WIDTH * channels * bits + 7) / 8 + 1;
        byte[] all = new byte[rowBytes * HEIGHT];
        for (int i = 0; i < WIDTH * HEIGHT * channels; i++) {
            int sample = i % (WIDTH * channels);
            for (int b = 0; b < bits; b++) {
                int bit = sample * bits + b + 8;
                all[i / (WIDTH * channels) * rowBytes + bit / 8] |=
                        (byte) ((value.applyAsInt(i) >> bits - 1 - b & 1) << 7 - bit % 8);
            }
        }
        return all;
    }

    private static byte[] png(int bits, int type, byte[] rows, byte[]... chunks) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes("\u0089PNG\r\n\u001A\n".getBytes(StandardCharsets.ISO_8859_1));
        out.writeBytes(chunk("IHDR", 0, 0, 0, WIDTH, 0, 0, 0, HEIGHT, bits, type, 0, 0, 0));
        for (byte[] chunk : chunks) {
            out.writeBytes(chunk);
        }
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (DeflaterOutputStream deflater = new DeflaterOutputStream(packed)) {
            deflater.write(rows);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        out.writeBytes(framed("IDAT", packed.toByteArray()));
        out.writeBytes(chunk("IEND"));
        return out.toByteArray();
    }

    private static byte[] chunk(String type, int... data) {
        byte[] bytes = new byte[data.length];
        for (int i = 0; i < data.length; i++) {
            bytes[i] = (byte) data[i];
        }
        return framed(type, bytes);
    }

    private static byte[] framed(String type, byte[] data) {
        byte[] name = type.getBytes(StandardCharsets.US_ASCII);
        CRC32 checksum = new CRC32();
        checksum.update(name);
        checksum.update(data);
        return ByteBuffer.allocate(data.length + 12).putInt(data.length).put(name).put(data)
                .putInt((int) checksum.getValue()).array();
    }

    private void assertPixels(byte[] file, int channels, IntToDoubleFunction expected) throws IOException {
        PixelImage image = read(file, Map.of());
        assertThat(image.channels()).isEqualTo(channels);
        for (int i = 0; i < WIDTH * HEIGHT * channels; i++) {
            assertThat((double) image.values()[i]).as("value " + i).isCloseTo(expected.applyAsDouble(i), within(0.01));
        }
    }

    private void assertRefused(byte[] file, String reason) {
        assertThatThrownBy(() -> read(file, Map.of())).isInstanceOf(UnreadableImageException.class)
                .hasMessageContaining(reason);
    }

    private PixelImage read(byte[] file, Map<String, String> options) throws IOException {
        Files.write(root.resolve("a.png"), file);
        return new PictureReader(new ImageFileReader()).read(root, "a.png", options);
    }
}
