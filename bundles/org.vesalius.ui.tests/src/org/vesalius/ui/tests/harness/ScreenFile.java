// SPDX-License-Identifier: EPL-2.0
package org.vesalius.ui.tests.harness;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

import javax.imageio.ImageIO;

/**
 * The memory of a virtual screen (Xvfb's {@code -fbdir}), a file of the format xwd; so a picture needs no answer of a
 * program that hangs. See XWDFile.h of X11 for the header: numbers of four bytes, the highest first.
 */
final class ScreenFile {
    private static final String VARIABLE = "VESALIUS_SCREEN";
    private static final int HEADER_SIZE = 0;
    private static final int WIDTH = 4;
    private static final int HEIGHT = 5;
    private static final int BYTE_ORDER = 7;
    private static final int BITS_PER_PIXEL = 11;
    private static final int BYTES_PER_LINE = 12;
    private static final int COLOURS = 19;
    private static final int BYTES_PER_COLOUR = 12;

    private final Path file;

    ScreenFile(Path file) {
        this.file = file;
    }

    /** The screen of this test, where the one who started it names it. */
    static Optional<ScreenFile> ofThisTest() {
        return Optional.ofNullable(System.getenv(VARIABLE)).map(Path::of).filter(Files::isReadable)
                .map(ScreenFile::new);
    }

    /** Writes what the screen shows as a PNG. */
    void save(Path png) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file));
        if (field(bytes, BITS_PER_PIXEL) != Integer.SIZE) {
            throw new IOException("the screen has " + field(bytes, BITS_PER_PIXEL) + " bits a pixel, 32 are expected");
        }
        int start = field(bytes, HEADER_SIZE) + field(bytes, COLOURS) * BYTES_PER_COLOUR;
        BufferedImage image = new BufferedImage(field(bytes, WIDTH), field(bytes, HEIGHT), BufferedImage.TYPE_INT_RGB);
        int line = field(bytes, BYTES_PER_LINE);
        bytes.order(field(bytes, BYTE_ORDER) == 0 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                image.setRGB(x, y, bytes.getInt(start + y * line + x * Integer.BYTES));
            }
        }
        ImageIO.write(image, "png", png.toFile());
    }

    private static int field(ByteBuffer bytes, int number) {
        return bytes.getInt(number * Integer.BYTES);
    }
}
