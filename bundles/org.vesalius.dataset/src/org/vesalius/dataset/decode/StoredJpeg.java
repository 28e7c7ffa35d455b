// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset.decode;

import java.awt.Rectangle;
import java.awt.image.Raster;
import javax.imageio.ImageReadParam;
import org.vesalius.dataset.pixel.UnreadableImageException;

/**
 * The components of a JPEG file as they are stored, without a guess at what they mean.
 *
 * @param width columns
 * @param height rows
 * @param bands components
 * @param values 0…255 without a sign, row by row, the components of a pixel together
 */
record StoredJpeg(int width, int height, int bands, byte[] values) {

    /**
     * Decodes a file.
     *
     * @param limit the size that it may have at most
     */
    static StoredJpeg decode(byte[] content, ImageSize limit) throws UnreadableImageException {
        JpegStructure structure = JpegStructure.of(content)
                .orElseThrow(() -> new UnreadableImageException("is damaged: its JPEG data have no beginning"));
        structure.requireReadable();
        if (structure.size().width() > limit.width() || structure.size().height() > limit.height()) {
            throw new UnreadableImageException("is damaged: a tile of it is larger than its header says");
        }
        return PlatformDecoder.call("jpeg", content, reader -> of(reader.readRaster(0, null)));
    }

    /**
     * Looks whether a file is whole. The decoder comes to the last row through all before it, and what it finds wrong it tells
     * as when they are asked for.
     *
     * @param size of the image
     */
    static void requireWhole(byte[] content, ImageSize size) throws UnreadableImageException {
        PlatformDecoder.call("jpeg", content, reader -> {
            ImageReadParam last = reader.getDefaultReadParam();
            last.setSourceRegion(new Rectangle(0, (int) size.height() - 1, 1, 1));
            return reader.readRaster(0, last);
        });
    }

    private static StoredJpeg of(Raster raster) {
        int width = raster.getWidth();
        int height = raster.getHeight();
        byte[] values = (byte[]) raster.getDataElements(raster.getMinX(), raster.getMinY(), width, height, null);
        return new StoredJpeg(width, height, raster.getNumBands(), values);
    }

    /** The values as numbers. */
    float[] numbers() {
        float[] numbers = new float[values.length];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = values[i] & 0xFF;
        }
        return numbers;
    }

    /** A whole file from the tables that tiles share and a tile without them (TIFF technical note 2). */
    static byte[] joined(byte[] tables, byte[] tile) {
        if (tables.length < 4 || tile.length < 2) {
            return tile;
        }
        // the tables end and the tile begins with a marker that stands inside now
        byte[] whole = new byte[tables.length + tile.length - 4];
        System.arraycopy(tables, 0, whole, 0, tables.length - 2);
        System.arraycopy(tile, 2, whole, tables.length - 2, tile.length - 2);
        return whole;
    }
}
