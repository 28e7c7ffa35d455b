// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset.tensor;

import static org.assertj.core.api.Assertions.assertThat;

import org.vesalius.dataset.reader.PictureReader;
import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vesalius.core.io.ContentHash;
import org.vesalius.dataset.Images;
import org.vesalius.phantom.ChestPhantom;
import org.vesalius.dataset.pixel.PixelImage;
import org.vesalius.dataset.pixel.UnreadableImageException;
import org.vesalius.dataset.reader.ImageFileReader;
import org.vesalius.dataset.reader.ColumnReader;

/**
 * Pixels don't change under an unchanged version, which caches and run records go by. If this fails, the pixels of some
 * images come out differently from before: raise {@code version()} of the reader (or {@code Preprocessing.VERSION}) and
 * add the lines that the message shows to {@code pixels.csv}. The lines of versions that were published stay.
 */
class PixelVersionsTest {
    private static final int SIDE = 8;
    private static final String TABLE = "pixels.csv";
    private static final String JPEG_GREY = "/9j/4AAQSkZJRgABAgAAAQABAAD/2wBDAAgGBgcGBQgHBwcJCQgKDBQNDAsLDBkSEw8UHRofHh0aHBwgJC4nICIsIx"
            + "wcKDcpLDAxNDQ0Hyc5PTgyPC4zNDL/wAALCAAIAAkBAREA/8QAHwAAAQUBAQEBAQEAAAAAAAAAAAECAwQFBgcICQoL"
            + "/8QAtRAAAgEDAwIEAwUFBAQAAAF9AQIDAAQRBRIhMUEGE1FhByJxFDKBkaEII0KxwRVS0fAkM2JyggkKFhcYGRolJi"
            + "coKSo0NTY3ODk6Q0RFRkdISUpTVFVWV1hZWmNkZWZnaGlqc3R1dnd4eXqDhIWGh4iJipKTlJWWl5iZmqKjpKWmp6ip"
            + "qrKztLW2t7i5usLDxMXGx8jJytLT1NXW19jZ2uHi4+Tl5ufo6erx8vP09fb3+Pn6/9oACAEBAAA/APOP+EKvvM/1Lf"
            + "lVj/hC77/ni35V/9k=";
    private static final String JPEG_COLOR = "/9j/4AAQSkZJRgABAgAAAQABAAD/2wBDAAgGBgcGBQgHBwcJCQgKDBQNDAsLDBkSEw8UHRofHh0aHBwgJC4nICIsIx"
            + "wcKDcpLDAxNDQ0Hyc5PTgyPC4zNDL/2wBDAQkJCQwLDBgNDRgyIRwhMjIyMjIyMjIyMjIyMjIyMjIyMjIyMjIyMjIy"
            + "MjIyMjIyMjIyMjIyMjIyMjIyMjIyMjL/wAARCAAIAAkDASIAAhEBAxEB/8QAHwAAAQUBAQEBAQEAAAAAAAAAAAECAw"
            + "QFBgcICQoL/8QAtRAAAgEDAwIEAwUFBAQAAAF9AQIDAAQRBRIhMUEGE1FhByJxFDKBkaEII0KxwRVS0fAkM2JyggkK"
            + "FhcYGRolJicoKSo0NTY3ODk6Q0RFRkdISUpTVFVWV1hZWmNkZWZnaGlqc3R1dnd4eXqDhIWGh4iJipKTlJWWl5iZmq"
            + "KjpKWmp6ipqrKztLW2t7i5usLDxMXGx8jJytLT1NXW19jZ2uHi4+Tl5ufo6erx8vP09fb3+Pn6/8QAHwEAAwEBAQEB"
            + "AQEBAQAAAAAAAAECAwQFBgcICQoL/8QAtREAAgECBAQDBAcFBAQAAQJ3AAECAxEEBSExBhJBUQdhcRMiMoEIFEKRob"
            + "HBCSMzUvAVYnLRChYkNOEl8RcYGRomJygpKjU2Nzg5OkNERUZHSElKU1RVVldYWVpjZGVmZ2hpanN0dXZ3eHl6goOE"
            + "hYaHiImKkpOUlZaXmJmaoqOkpaanqKmqsrO0tba3uLm6wsPExcbHyMnK0tPU1dbX2Nna4uPk5ebn6Onq8vP09fb3+P"
            + "n6/9oADAMBAAIRAxEAPwDLtfBXT91+lXv+EK/6ZfpRRXBxHmFf649TlyTNMT9WXvH/2Q==";

    @TempDir
    private Path root;

    @Test
    void theReaderOfFilesKeepsItsPixels() throws IOException {
        ImageFileReader reader = new ImageFileReader();
        List<String> lines = new ArrayList<>();
        for (Map.Entry<String, byte[]> file : files().entrySet()) {
            Files.write(root.resolve(file.getKey()), file.getValue());
            lines.add(line(reader.id(), reader.version(), file.getKey(), pixels(reader, file.getKey(), Map.of())));
        }
        assertRecorded(lines);
    }

    @Test
    void thePhantomKeepsItsPixels() throws IOException {
        ChestPhantom reader = new ChestPhantom();
        List<String> lines = new ArrayList<>();
        for (String finding : List.of("clear", "opacity")) {
            String value = "chest:patient=12,view=2,finding=" + finding;
            lines.add(line(reader.id(), reader.version(), finding,
                    pixels(reader, value, Map.of(ChestPhantom.SEED, "7", ChestPhantom.SIZE, "48"))));
        }
        assertRecorded(lines);
    }

    @Test
    void thePreprocessingKeepsItsPixels() throws IOException {
        float[] values = new float[9 * 7 * 3];
        for (int i = 0; i < values.length; i++) {
            values[i] = i * 37 % 256;
        }
        PixelImage image = new PixelImage(9, 7, 3, values);
        List<String> lines = new ArrayList<>();
        for (TensorSpec spec : List.of(new TensorSpec(4, 5, 1), new TensorSpec(13, 11, 3), new TensorSpec(9, 7, 3))) {
            lines.add(line("preprocessing", Preprocessing.VERSION, spec.height() + "x" + spec.width() + "x"
                    + spec.channels(), hash(new Preprocessing(spec).apply(image))));
        }
        assertRecorded(lines);
    }

    private static void assertRecorded(List<String> lines) throws IOException {
        try (InputStream in = PixelVersionsTest.class.getResourceAsStream(TABLE)) {
            List<String> recorded = new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
            assertThat(recorded)
                    .as("pixels differ, or are of a version without lines: raise version(), then add these lines to "
                            + TABLE + ":%n%s%n", String.join("\n", lines))
                    .containsAll(lines);
        }
    }

    private static String line(String reader, String version, String image, String pixels) {
        return String.join(",", reader, version, image, pixels);
    }

    private String pixels(ColumnReader reader, String value, Map<String, String> options) throws IOException {
        try {
            return hash(new PictureReader(reader).read(root, value, options));
        } catch (UnreadableImageException e) {
            return "refused";
        }
    }

    /** In 1/64 of a grey value: what a platform's rounding of the last digits can't reach. */
    private static String hash(PixelImage image) {
        ByteBuffer bytes = ByteBuffer.allocate(4 * (3 + image.values().length));
        bytes.putInt(image.height()).putInt(image.width()).putInt(image.channels());
        for (float value : image.values()) {
            bytes.putInt(Math.round(value * 64));
        }
        return ContentHash.sha256(bytes.array()).substring(0, 32);
    }

    private static Map<String, byte[]> files() throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("grey.jpg", Base64.getDecoder().decode(JPEG_GREY));
        files.put("color.jpg", Base64.getDecoder().decode(JPEG_COLOR));
        for (String format : List.of("png", "bmp", "gif", "tiff")) {
            files.put("grey." + format, Images.bytes(Images.grey(9, 8, 5), format));
        }
        for (String format : List.of("png", "bmp", "tiff")) {
            files.put("color." + format, Images.bytes(color(BufferedImage.TYPE_3BYTE_BGR), format));
        }
        files.put("alpha.png", Images.bytes(color(BufferedImage.TYPE_4BYTE_ABGR), "png"));
        files.put("palette.png", Images.bytes(palette(), "png"));
        files.put("deep.png", Images.bytes(deep(), "png"));
        files.put("deep.tiff", Images.bytes(deep(), "tiff"));
        files.put("binary.pgm", joined("P5 8 8 255\n", ramp(1)));
        files.put("deep.pgm", joined("P5 8 8 65535\n", ramp(2)));
        files.put("color.ppm", joined("P6 8 8 255\n", ramp(3)));
        files.put("text.pgm", joined("P2 8 8 10\n" + "0 5 10 7 ".repeat(16), new byte[0]));
        for (int photometric : new int[] {0, 1}) {
            files.put("eight-" + photometric + ".tif", tiff(photometric, 8, 1, ramp(1)));
            files.put("sixteen-" + photometric + ".tif", tiff(photometric, 16, 1, ramp(2)));
            files.put("signed-" + photometric + ".tif", tiff(photometric, 16, 2, ramp(2)));
        }
        ByteBuffer floats = ByteBuffer.allocate(4 * SIDE * SIDE).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < SIDE * SIDE; i++) {
            floats.putFloat(i / 64f);
        }
        files.put("float.tif", tiff(1, 32, 3, floats.array()));
        return files;
    }

    private static byte[] ramp(int bytesPerPixel) {
        byte[] samples = new byte[SIDE * SIDE * bytesPerPixel];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (byte) (i * 29 + 3);
        }
        return samples;
    }

    private static byte[] joined(String text, byte[] rest) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(text.getBytes(StandardCharsets.US_ASCII));
        out.writeBytes(rest);
        return out.toByteArray();
    }

    private static BufferedImage color(int type) {
        BufferedImage image = new BufferedImage(SIDE, SIDE, type);
        for (int i = 0; i < SIDE * SIDE; i++) {
            image.setRGB(i % SIDE, i / SIDE, 0x80000000 | 4 * i << 16 | (255 - 3 * i) << 8 | i * i % 256);
        }
        return image;
    }

    private static BufferedImage palette() {
        byte[] levels = {10, 20, (byte) 200, (byte) 250};
        IndexColorModel colors = new IndexColorModel(2, 4, levels, new byte[] {0, 0, 0, 0}, levels);
        BufferedImage image = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_BYTE_BINARY, colors);
        for (int i = 0; i < SIDE * SIDE; i++) {
            image.getRaster().setSample(i % SIDE, i / SIDE, 0, i % 4);
        }
        return image;
    }

    private static BufferedImage deep() {
        BufferedImage image = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_USHORT_GRAY);
        for (int i = 0; i < SIDE * SIDE; i++) {
            image.getRaster().setSample(i % SIDE, i / SIDE, 0, 1040 * i);
        }
        return image;
    }

    /** A little-endian TIFF of 8×8 samples in one strip, by hand (TIFF 6.0). */
    private static byte[] tiff(int photometric, int bits, int format, byte[] samples) {
        int[][] tags = {{256, SIDE}, {257, SIDE}, {258, bits}, {259, 1}, {262, photometric}, {273, 8}, {277, 1},
            {278, SIDE},
            {279, samples.length}, {339, format}};
        ByteBuffer out = ByteBuffer.allocate(8 + samples.length + 2 + 12 * tags.length + 4)
                .order(ByteOrder.LITTLE_ENDIAN);
        out.put((byte) 'I').put((byte) 'I').putShort((short) 42).putInt(8 + samples.length).put(samples);
        out.putShort((short) tags.length);
        for (int[] tag : tags) {
            out.putShort((short) tag[0]).putShort((short) 4).putInt(1).putInt(tag[1]);
        }
        return out.putInt(0).array();
    }
}
