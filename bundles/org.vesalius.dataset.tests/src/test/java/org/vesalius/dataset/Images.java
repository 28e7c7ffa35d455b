// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;

/** Image files made for tests. */
public final class Images {
    private Images() {
    }

    /** A grey image that grows brighter to the right, then downwards; another one for each number. */
    public static BufferedImage grey(int width, int height, int number) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                image.getRaster().setSample(x, y, 0, (x * 3 + y * 2 + number) % 256);
            }
        }
        return image;
    }

    /** Writes an image; the folders above it are made. */
    public static Path write(BufferedImage image, String format, Path file) throws IOException {
        Files.createDirectories(file.getParent());
        if (!ImageIO.write(image, format, file.toFile())) {
            throw new IOException("no writer for " + format);
        }
        return file;
    }

    /** A square grey image of 16 bits; it holds these values at the beginning of its first row, and 0 elsewhere. */
    public static BufferedImage deep(int side, int... values) {
        BufferedImage image = new BufferedImage(side, side, BufferedImage.TYPE_USHORT_GRAY);
        image.getRaster().setPixels(0, 0, values.length, 1, values);
        return image;
    }

    /** The bytes of an image. */
    public static byte[] bytes(BufferedImage image, String format) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(image, format, out);
        return out.toByteArray();
    }

    /** The first part of a file. */
    public static byte[] truncated(byte[] content, double kept) {
        return Arrays.copyOf(content, (int) (content.length * kept));
    }

    /** A PNG file whose header promises an image of this size, with nothing in it. */
    public static byte[] hollowPng(int width, int height) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.writeLong(0x89504E470D0A1A0AL);
        ByteArrayOutputStream header = new ByteArrayOutputStream();
        DataOutputStream data = new DataOutputStream(header);
        data.write("IHDR".getBytes(StandardCharsets.US_ASCII));
        data.writeInt(width);
        data.writeInt(height);
        data.write(new byte[] {8, 0, 0, 0, 0});
        out.writeInt(13);
        out.write(header.toByteArray());
        CRC32 checksum = new CRC32();
        checksum.update(header.toByteArray());
        out.writeInt((int) checksum.getValue());
        out.writeInt(0);
        out.write("IDAT".getBytes(StandardCharsets.US_ASCII));
        out.writeInt(0x35AF061E);
        return bytes.toByteArray();
    }
}
