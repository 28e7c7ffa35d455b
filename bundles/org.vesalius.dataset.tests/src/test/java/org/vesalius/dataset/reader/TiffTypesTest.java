// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset.reader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.function.IntToDoubleFunction;
import java.util.function.IntToLongFunction;
import java.util.zip.Deflater;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vesalius.dataset.TiffBytes;
import org.vesalius.dataset.pixel.PixelImage;
import org.vesalius.dataset.pixel.UnreadableImageException;

/** Images of 16×8 written by hand in every type of sample; the expected grey levels follow from the TIFF standard. */
class TiffTypesTest {
    private static final int WIDTH = 16;
    private static final int HEIGHT = 8;
    private static final int PIXELS = WIDTH * HEIGHT;
    private static final ByteOrder LITTLE = ByteOrder.LITTLE_ENDIAN;

    @TempDir
    private Path root;

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 20, 24, 31, 32})
    void unsignedIntegersOfAllBits(int bits) throws IOException {
        long white = (1L << bits) - 1;
        for (ByteOrder order : new ByteOrder[] {LITTLE, ByteOrder.BIG_ENDIAN}) {
            for (boolean zeroIsWhite : new boolean[] {false, true}) {
                byte[] data = packed(bits, order, i -> value(i, white));
                byte[] file = new TiffBytes(order, false)
                        .page(tags(259, 1, 258, bits, 262, zeroIsWhite ? 0 : 1), data).bytes();

                assertPixels(file, 1, i -> {
                    double grey = 255.0 * value(i, white) / white;
                    return zeroIsWhite ? 255 - grey : grey;
                });
            }
        }
    }

    /** Black, white and values between. */
    private static long value(int i, long white) {
        return i == 0 ? 0 : i == 1 ? white : (long) ((double) white * (i * 37 % PIXELS) / PIXELS);
    }

    private static byte[] packed(int bits, ByteOrder order, IntToLongFunction value) {
        if (bits == 16 || bits == 32 || bits == 24) {
            ByteBuffer all = ByteBuffer.allocate(PIXELS * bits / 8);
            for (int i = 0; i < PIXELS; i++) {
                for (int b = 0; b < bits / 8; b++) {
                    int place = order == LITTLE ? b : bits / 8 - 1 - b;
                    all.put((byte) (value.applyAsLong(i) >> 8 * place));
                }
            }
            return all.array();
        }
        int rowBytes = (WIDTH * bits + 7) / 8;
        byte[] all = new byte[rowBytes * HEIGHT];
        for (int i = 0; i < PIXELS; i++) {
            for (int b = 0; b < bits; b++) {
                int bit = i % WIDTH * bits + b;
                long set = value.applyAsLong(i) >> bits - 1 - b & 1;
                all[i / WIDTH * rowBytes + bit / 8] |= (byte) (set << 7 - bit % 8);
            }
        }
        return all;
    }

    @Test
    void signedIntegersSpanTheirType() throws IOException {
        for (int bits : new int[] {8, 16, 32}) {
            double least = -Math.pow(2, bits - 1);
            double span = Math.pow(2, bits) - 1;
            byte[] data = packed(bits, LITTLE, i -> (long) (least + Math.floor(span * i / PIXELS)));

            assertPixels(TiffBytes.little().page(tags(259, 1, 258, bits, 262, 1, 339, 2), data).bytes(), 1,
                    i -> 255 * Math.floor(span * i / PIXELS) / span);
        }
    }

    @Test
    void floatsAreStretchedOrBroughtToTheScaleOfTheDataSet() throws IOException {
        for (int bits : new int[] {16, 32, 64}) {
            for (ByteOrder order : new ByteOrder[] {LITTLE, ByteOrder.BIG_ENDIAN}) {
                byte[] file = new TiffBytes(order, false)
                        .page(tags(259, 1, 258, bits, 262, 1, 339, 3), floats(bits, order)).bytes();

                assertPixels(file, 1, i -> 255.0 * i / (PIXELS - 1));
                PixelImage scaled = read(file, Map.of("low", "-1008", "high", "2048"));
                // stored are -64, -48, …: 16 for each pixel
                assertThat(scaled.values()[0]).isCloseTo(255f * (1008 - 64) / 3056, within(0.01f));
                assertThat(scaled.values()[100]).isCloseTo(255f * (1008 + 1536) / 3056, within(0.01f));
            }
        }
    }

    private static byte[] floats(int bits, ByteOrder order) {
        ByteBuffer all = ByteBuffer.allocate(PIXELS * bits / 8).order(order);
        for (int i = 0; i < PIXELS; i++) {
            float value = -64 + 16 * i;
            switch (bits) {
                case 16 -> all.putShort(half(value));
                case 32 -> all.putFloat(value);
                default -> all.putDouble(value);
            }
        }
        return all.array();
    }

    /** IEEE 754 binary16 of a normal number that it can hold. */
    private static short half(float value) {
        int bits = Float.floatToIntBits(value);
        int exponent = value == 0 ? 0 : (bits >> 23 & 0xFF) - 127 + 15;
        return (short) (bits >>> 31 << 15 | exponent << 10 | bits >> 13 & 0x3FF);
    }

    @Test
    void notANumberIsRefused() {
        byte[] data = floats(32, LITTLE);
        Arrays.fill(data, 40, 44, (byte) 0xFF);

        assertRefused(TiffBytes.little().page(tags(259, 1, 258, 32, 262, 1, 339, 3), data).bytes(), "not numbers");
    }

    @Test
    void twelveOfSixteenBitsKeepTheirDepthWhereTheDataSetSaysWhatIsWhite() throws IOException {
        byte[] data = packed(16, LITTLE, i -> i * 4095L / (PIXELS - 1));
        byte[] file = TiffBytes.little().page(tags(259, 1, 258, 16, 262, 1), data).bytes();

        PixelImage image = read(file, Map.of("white", "4095"));

        assertThat(image.values()[PIXELS - 1]).isEqualTo(255);
        assertThat(image.values()[64]).isCloseTo(255f * (64 * 4095 / 127) / 4095, within(1e-3f));
        byte[] zeroIsWhite = TiffBytes.little().page(tags(259, 1, 258, 16, 262, 0), data).bytes();
        assertThat(read(zeroIsWhite, Map.of("white", "4095")).values()[64])
                .isCloseTo(255 - 255f * (64 * 4095 / 127) / 4095, within(1e-3f));
        assertThat(new PictureReader(new ImageFileReader()).range(root, "a.tif", Map.of()).greatest()).isEqualTo(4095);
        assertThatThrownBy(() -> read(file, Map.of("white", "1023"))).isInstanceOf(UnreadableImageException.class)
                .hasMessage("has values up to 4095, but in this data set white is 1023");
    }

    @Test
    void colorsChunkyPlanarTiledAndPredictedAreTheSame() throws IOException {
        for (int bits : new int[] {8, 12, 16}) {
            long white = (1L << bits) - 1;
            IntToDoubleFunction expected = i -> 255.0 * value(i, white) / white;
            byte[][] planes = new byte[3][];
            for (int c = 0; c < 3; c++) {
                int channel = c;
                planes[c] = packed(bits, LITTLE, i -> value(3 * i + channel, white));
            }
            byte[] planar = TiffBytes.little().page(
                    tags(259, 1, 258, new int[] {bits, bits, bits}, 262, 2, 277, 3, 284, 2), planes).bytes();

            assertPixels(planar, 3, expected);
        }
        byte[] rgb = rgb();
        Map<Integer, Object> chunky = tags(259, 1, 258, new int[] {8, 8, 8}, 262, 2, 277, 3);
        assertPixels(TiffBytes.little().page(chunky, rgb).bytes(), 3, i -> rgb[i] & 0xFF);
        assertPixels(new TiffBytes(ByteOrder.BIG_ENDIAN, true).page(chunky, rgb).bytes(), 3, i -> rgb[i] & 0xFF);
        Map<Integer, Object> strips = with(chunky, 278, 3);
        assertPixels(TiffBytes.little().page(strips, Arrays.copyOfRange(rgb, 0, 144), Arrays.copyOfRange(rgb, 144, 288),
                Arrays.copyOfRange(rgb, 288, 384)).bytes(), 3, i -> rgb[i] & 0xFF);
        assertPixels(TiffBytes.little().page(with(with(chunky, 317, 2), 259, 8), deflated(differences(rgb, 3))).bytes(),
                3, i -> rgb[i] & 0xFF);
    }

    private static byte[] rgb() {
        byte[] rgb = new byte[PIXELS * 3];
        for (int i = 0; i < rgb.length; i++) {
            rgb[i] = (byte) (i * 7 + i / 5);
        }
        return rgb;
    }

    private static byte[] differences(byte[] samples, int step) {
        byte[] result = samples.clone();
        for (int i = samples.length - 1; i >= 0; i--) {
            boolean first = i % (WIDTH * step) < step;
            result[i] = (byte) (samples[i] - (first ? 0 : samples[i - step]));
        }
        return result;
    }

    @Test
    void tilesBeyondTheEdgeAreCut() throws IOException {
        // 16×16 tiles of an image 24×8: the second one is half empty
        byte[][] tiles = new byte[2][256];
        for (int y = 0; y < 8; y++) {
            for (int x = 0; x < 24; x++) {
                tiles[x / 16][y * 16 + x % 16] = (byte) (y * 24 + x);
            }
        }
        Map<Integer, Object> tags = tags(259, 1, 258, 8, 262, 1, 322, 16, 323, 16, 256, 24);

        assertThat(read(TiffBytes.little().page(tags, tiles).bytes(), Map.of()).value(7, 23, 0)).isEqualTo(191);
    }

    @Test
    void packingsUnpack() throws IOException {
        byte[] grey = new byte[PIXELS];
        for (int i = 0; i < PIXELS; i++) {
            grey[i] = (byte) (i < 40 ? 9 : i * 3);
        }
        byte[] mirrored = new byte[PIXELS];
        for (int i = 0; i < PIXELS; i++) {
            mirrored[i] = (byte) (Integer.reverse(grey[i]) >>> 24);
        }
        ByteArrayOutputStream bits = new ByteArrayOutputStream();
        bits.writeBytes(new byte[] {-39, 9, 87});
        bits.write(grey, 40, 88);

        assertPixels(grey(32_946, deflated(grey)), 1, i -> grey[i] & 0xFF);
        assertPixels(grey(32_773, bits.toByteArray()), 1, i -> grey[i] & 0xFF);
        assertPixels(TiffBytes.little().page(with(tags(259, 1, 258, 8, 262, 1), 266, 2), mirrored).bytes(), 1,
                i -> grey[i] & 0xFF);
        for (String method : new String[] {"LZW", "ZLib", "PackBits", "Deflate"}) {
            assertPixels(written(method, grey), 1, i -> grey[i] & 0xFF);
        }
        assertRefused(grey(32_773, Arrays.copyOf(bits.toByteArray(), 30)), "truncated");
        assertRefused(grey(8, Arrays.copyOf(deflated(grey), 20)), "truncated");
        assertRefused(grey(50_000, grey), "packed by Zstandard");
        assertRefused(grey(6, grey), "JPEG of the old style");
        assertRefused(grey(5, new byte[] {0, 1, 2, 3}), "old style");
    }

    @Test
    void lzwOfManyCodes() throws IOException {
        byte[] noise = new byte[300 * 200];
        new Random(5).nextBytes(noise);
        Arrays.fill(noise, 20_000, 40_000, (byte) 7);
        BufferedImage image = new BufferedImage(300, 200, BufferedImage.TYPE_BYTE_GRAY);
        image.getRaster().setDataElements(0, 0, 300, 200, noise);

        PixelImage read = read(written("LZW", image), Map.of());

        for (int i = 0; i < noise.length; i++) {
            assertThat(read.values()[i]).isEqualTo(noise[i] & 0xFF);
        }
    }

    private static byte[] grey(int compression, byte[] data) {
        return TiffBytes.little().page(tags(259, compression, 258, 8, 262, 1), data).bytes();
    }

    /** A file by the Java platform's writer. */
    private static byte[] written(String compression, byte[] grey) throws IOException {
        BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_BYTE_GRAY);
        image.getRaster().setDataElements(0, 0, WIDTH, HEIGHT, grey);
        return written(compression, image);
    }

    private static byte[] written(String compression, BufferedImage image) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("tiff").next();
        ImageWriteParam param = writer.getDefaultWriteParam();
        param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        param.setCompressionType(compression);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ImageOutputStream stream = ImageIO.createImageOutputStream(out)) {
            writer.setOutput(stream);
            writer.write(null, new IIOImage(image, null, null), param);
        }
        return out.toByteArray();
    }

    @Test
    void faxPagesAreBlackAndWhite() throws IOException {
        BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_BYTE_BINARY);
        for (int i = 0; i < PIXELS; i += 3) {
            image.getRaster().setSample(i % WIDTH, i / WIDTH, 0, 1);
        }
        for (String method : new String[] {"CCITT RLE", "CCITT T.4", "CCITT T.6"}) {
            assertPixels(written(method, image), 1, i -> i % 3 == 0 ? 255 : 0);
        }
    }

    @Test
    void palettesOfTwoToEightBits() throws IOException {
        for (int bits : new int[] {1, 2, 4, 8}) {
            int size = 1 << bits;
            int[] map = new int[3 * size];
            for (int i = 0; i < size; i++) {
                map[i] = 257 * (255 - i);
                map[size + i] = 257 * i;
                map[2 * size + i] = 128 * 257;
            }
            byte[] file = TiffBytes.little().page(with(tags(259, 1, 258, bits, 262, 3), 320, map),
                    packed(bits, LITTLE, i -> i % size)).bytes();

            assertPixels(file, 3, i -> i % 3 == 0 ? 255 - i / 3 % size : i % 3 == 1 ? i / 3 % size : 128);
        }
        assertRefused(TiffBytes.little().page(tags(259, 1, 258, 8, 262, 3), new byte[PIXELS]).bytes(), "palette");
    }

    @Test
    void processColorsBecomeWhatTheirInksLetThrough() throws IOException {
        for (int bits : new int[] {8, 16}) {
            int white = (1 << bits) - 1;
            // cyan 20 %, magenta 40 %, yellow 100 %, black 50 %
            long[] inks = {Math.round(white * 0.2), Math.round(white * 0.4), white, Math.round(white * 0.5)};
            ByteBuffer data = ByteBuffer.allocate(PIXELS * bits / 2).order(LITTLE);
            for (int i = 0; i < PIXELS * 4; i++) {
                if (bits == 8) {
                    data.put((byte) inks[i % 4]);
                } else {
                    data.putShort((short) inks[i % 4]);
                }
            }
            Map<Integer, Object> tags = tags(259, 8, 258, new int[] {bits, bits, bits, bits}, 262, 5, 277, 4);

            // 255 × 0.8 × 0.5, 255 × 0.6 × 0.5, 0
            assertPixels(TiffBytes.little().page(tags, deflated(data.array())).bytes(), 3,
                    i -> new double[] {102, 76.5, 0}[i % 3], 0.6);
        }
    }

    @Test
    void yCbCrIsThatOfJfif() throws IOException {
        byte[] data = new byte[PIXELS * 3];
        for (int i = 0; i < data.length; i += 3) {
            data[i] = 100;
            data[i + 1] = (byte) 90;
            data[i + 2] = (byte) 200;
        }
        Map<Integer, Object> tags = with(tags(259, 1, 258, new int[] {8, 8, 8}, 262, 6, 277, 3), 530, new int[] {1, 1});

        // 100 + 1.402 × 72; 100 + 0.344 × 38 - 0.714 × 72; 100 - 1.772 × 38
        assertPixels(TiffBytes.little().page(tags, data).bytes(), 3, i -> new double[] {201, 62, 33}[i % 3]);
        assertRefused(TiffBytes.little().page(with(tags, 530, new int[] {2, 2}), data).bytes(), "subsampled");
    }

    @Test
    void alphaIsDroppedAndWhatItWasMultipliedWithUndone() throws IOException {
        byte[] data = new byte[PIXELS * 4];
        for (int i = 0; i < data.length; i += 4) {
            data[i] = 50;
            data[i + 1] = 100;
            data[i + 2] = 25;
            data[i + 3] = 100;
        }
        Map<Integer, Object> tags = tags(259, 1, 258, new int[] {8, 8, 8, 8}, 262, 2, 277, 4);

        assertPixels(TiffBytes.little().page(with(tags, 338, 2), data).bytes(), 3,
                i -> new double[] {50, 100, 25}[i % 3]);
        assertPixels(TiffBytes.little().page(with(tags, 338, 1), data).bytes(), 3,
                i -> new double[] {127.5, 255, 63.75}[i % 3], 0.6);
        assertRefused(TiffBytes.little().page(with(tags, 338, new int[] {0, 0}), data).bytes(), "values a pixel");
    }

    @Test
    void whatHasNoSureMeaningIsRefused() {
        byte[] data = new byte[PIXELS * 8];
        assertRefused(file(tags(259, 1, 258, new int[] {8, 8, 8}, 262, 8, 277, 3), data), "Lab colours");
        assertRefused(file(tags(259, 1, 258, new int[] {5, 6, 5}, 262, 2, 277, 3), data), "different bits");
        assertRefused(file(tags(259, 1, 258, 32, 262, 1, 339, 6), data), "sample format 6");
        assertRefused(file(tags(259, 1, 258, 64, 262, 1), data), "64 bits");
        assertRefused(file(tags(259, 1, 258, 12, 262, 1, 317, 2), data), "predictor (2)");
        assertRefused(file(tags(259, 1, 258, 8, 262, 32_803), data), "colour space");
        assertRefused(file(tags(259, 1, 258, 8, 262, 1, 32_997, 3), data), "holds 3 pages; one is expected");
        assertRefused(file(with(tags(259, 1, 258, 8, 262, 1), 270, "ImageJ=1.54p\nimages=7\nslices=7\n"), data),
                "holds 7 pages; one is expected");
    }

    private static byte[] file(Map<Integer, Object> tags, byte[] data) {
        return TiffBytes.little().page(tags, data).bytes();
    }

    @Test
    void severalPagesAreRefusedButThumbnailsAndMasksAreNone() throws IOException {
        Map<Integer, Object> page = tags(259, 1, 258, 8, 262, 1);
        byte[] grey = new byte[PIXELS];
        Arrays.fill(grey, (byte) 77);
        byte[] other = new byte[PIXELS];

        assertRefused(TiffBytes.little().page(page, grey).page(page, other).page(page, other).bytes(),
                "holds 3 pages; one is expected");
        assertPixels(TiffBytes.little().page(with(page, 254, 1), other).page(page, grey).page(with(page, 254, 4), other)
                .bytes(), 1, i -> 77);
    }

    @Test
    void orientationIsHonoured() throws IOException {
        byte[] grey = new byte[PIXELS];
        for (int i = 0; i < PIXELS; i++) {
            grey[i] = (byte) i;
        }
        byte[] file = TiffBytes.little().page(with(tags(259, 1, 258, 8, 262, 1), 274, 6), grey).bytes();

        PixelImage turned = read(file, Map.of());

        assertThat(turned.height()).isEqualTo(WIDTH);
        // the first row becomes the right edge
        assertThat(turned.value(0, HEIGHT - 1, 0)).isZero();
        assertThat(turned.value(WIDTH - 1, HEIGHT - 1, 0)).isEqualTo(15);
        assertThat(turned.value(0, 0, 0)).isEqualTo(112);
    }

    @Test
    void headersThatLieAreRefused() {
        byte[] file = TiffBytes.little().page(tags(259, 1, 258, 8, 262, 1), new byte[PIXELS]).bytes();
        for (int i = 8; i < file.length; i++) {
            byte[] wrong = file.clone();
            wrong[i] = (byte) 0xFF;
            try {
                assertThat(read(wrong, Map.of()).channels()).isEqualTo(1);
            } catch (IOException e) {
                assertThat(e).isInstanceOf(UnreadableImageException.class);
            }
        }
        byte[] vast = TiffBytes.little().page(with(with(tags(259, 8, 258, 8, 262, 1), 256, 60_000), 257, 60_000),
                new byte[PIXELS]).bytes();
        assertRefused(vast, "60000×60000 pixels");
    }

    private static Map<Integer, Object> tags(Object... pairs) {
        Map<Integer, Object> tags = new HashMap<>(
                Map.of(256, new int[] {WIDTH}, 257, new int[] {HEIGHT}, 278, new int[] {HEIGHT}));
        for (int i = 0; i < pairs.length; i += 2) {
            tags.put((Integer) pairs[i], pairs[i + 1] instanceof Integer one ? new int[] {one} : pairs[i + 1]);
        }
        return tags;
    }

    private static Map<Integer, Object> with(Map<Integer, Object> tags, int tag, Object value) {
        Map<Integer, Object> more = new HashMap<>(tags);
        more.put(tag, value instanceof Integer one ? new int[] {one} : value);
        return more;
    }

    private static byte[] deflated(byte[] data) {
        Deflater deflater = new Deflater();
        deflater.setInput(data);
        deflater.finish();
        byte[] out = new byte[data.length + 100];
        int length = deflater.deflate(out);
        deflater.end();
        return Arrays.copyOf(out, length);
    }

    private void assertPixels(byte[] file, int channels, IntToDoubleFunction expected) throws IOException {
        assertPixels(file, channels, expected, 0.01);
    }

    private void assertPixels(byte[] file, int channels, IntToDoubleFunction expected, double tolerance)
            throws IOException {
        PixelImage image = read(file, Map.of());
        assertThat(image.channels()).isEqualTo(channels);
        assertThat(image.width()).isEqualTo(WIDTH);
        for (int i = 0; i < PIXELS * channels; i++) {
            assertThat((double) image.values()[i]).as("value " + i).isCloseTo(expected.applyAsDouble(i),
                    within(tolerance));
        }
    }

    private void assertRefused(byte[] file, String reason) {
        assertThatThrownBy(() -> read(file, Map.of())).isInstanceOf(UnreadableImageException.class)
                .hasMessageContaining(reason);
    }

    private PixelImage read(byte[] file, Map<String, String> options) throws IOException {
        Files.write(root.resolve("a.tif"), file);
        return new PictureReader(new ImageFileReader()).read(root, "a.tif", options);
    }
}
