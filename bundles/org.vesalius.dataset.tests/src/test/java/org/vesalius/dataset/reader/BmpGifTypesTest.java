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
import java.util.Map;
import java.util.function.IntToDoubleFunction;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vesalius.dataset.Images;
import org.vesalius.dataset.pixel.PixelImage;

/** BMP files of 8×8 written by hand, and GIF files. */
class BmpGifTypesTest {
    private static final int SIDE = 8;

    @TempDir
    private Path root;

    @Test
    void palettesFromTheBottomUp() throws IOException {
        for (int bits : new int[] {1, 4, 8}) {
            int size = 1 << bits;
            ByteBuffer palette = ByteBuffer.allocate(4 * size);
            for (int i = 0; i < size; i++) {
                palette.put(new byte[] {10, (byte) i, (byte) (255 - i), 0});
            }
            int rowBytes = Math.max(4, SIDE * bits / 8);
            byte[] rows = new byte[rowBytes * SIDE];
            for (int i = 0; i < SIDE * SIDE; i++) {
                int bit = i % SIDE * bits;
                int row = SIDE - 1 - i / SIDE;
                rows[row * rowBytes + bit / 8] |= (byte) (i % size << 8 - bits - bit % 8);
            }

            assertPixels(bmp(bits, 0, SIDE, palette.array(), rows), 3,
                    i -> new double[] {255 - i / 3 % size, i / 3 % size, 10}[i % 3]);
        }
    }

    @Test
    void colorsOfSixteenTwentyFourAndThirtyTwoBits() throws IOException {
        ByteBuffer sixteen = little(SIDE * SIDE * 2);
        ByteBuffer twentyFour = little(SIDE * SIDE * 3);
        ByteBuffer thirtyTwo = little(SIDE * SIDE * 4);
        for (int i = 0; i < SIDE * SIDE; i++) {
            sixteen.putShort((short) (31 << 11 | i << 5 | 16));
            twentyFour.put(new byte[] {1, (byte) i, (byte) 200});
            thirtyTwo.put(new byte[] {1, (byte) i, (byte) 200, 0});
        }
        byte[] masks = little(12).putInt(0xF800).putInt(0x07E0).putInt(0x001F).array();

        // a negative height: from the top down
        assertPixels(bmp(16, 3, -SIDE, masks, sixteen.array()), 3,
                i -> new double[] {255, 255.0 * (i / 3) / 63, 255.0 * 16 / 31}[i % 3]);
        assertPixels(bmp(24, 0, -SIDE, new byte[0], twentyFour.array()), 3, i -> new double[] {200, i / 3, 1}[i % 3]);
        assertPixels(bmp(32, 0, -SIDE, new byte[0], thirtyTwo.array()), 3, i -> new double[] {200, i / 3, 1}[i % 3]);
    }

    private static byte[] bmp(int bits, int compression, int height, byte[] table, byte[] rows) {
        int start = 54 + table.length;
        ByteBuffer file = little(start + rows.length);
        file.put((byte) 'B').put((byte) 'M').putInt(start + rows.length).putInt(0).putInt(start);
        file.putInt(40).putInt(SIDE).putInt(height).putShort((short) 1).putShort((short) bits).putInt(compression);
        file.putInt(rows.length).putInt(0).putInt(0).putInt(0).putInt(0).put(table).put(rows);
        return file.array();
    }

    private static ByteBuffer little(int length) {
        return ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
    }

    @Test
    void animatedGifsAndThoseThatDontFillTheirScreenAreRefused() throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("gif").next();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ImageOutputStream stream = ImageIO.createImageOutputStream(out)) {
            writer.setOutput(stream);
            writer.prepareWriteSequence(null);
            for (int i = 0; i < 3; i++) {
                writer.writeToSequence(new IIOImage(Images.grey(SIDE, SIDE, i), null, null), null);
            }
            writer.endWriteSequence();
        }
        byte[] small = Images.bytes(new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_BYTE_GRAY), "gif");
        small[6] = 20;

        assertThatThrownBy(() -> read(out.toByteArray())).hasMessage("holds 3 images; one is expected");
        assertThatThrownBy(() -> read(small)).hasMessageContaining("doesn't fill its screen of 20×8");
    }

    private void assertPixels(byte[] file, int channels, IntToDoubleFunction expected) throws IOException {
        PixelImage image = read(file);
        assertThat(image.channels()).isEqualTo(channels);
        for (int i = 0; i < SIDE * SIDE * channels; i++) {
            assertThat((double) image.values()[i]).as("value " + i).isCloseTo(expected.applyAsDouble(i), within(0.01));
        }
    }

    private PixelImage read(byte[] file) throws IOException {
        Files.write(root.resolve("a"), file);
        return new PictureReader(new ImageFileReader()).read(root, "a", Map.of());
    }
}
