// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset.decode;

import java.awt.image.Raster;
import org.vesalius.dataset.pixel.UnreadableImageException;

/**
 * The components of a JPEG file as they are stored, without a guess at what they mean.
 *
 * @param width columns
 * @param height rows
 * @param bands components
 * @param values 0…255, row by row, the components of a pixel together
 */
record StoredJpeg(int width, int height, int bands, float[] values) {

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

    private static StoredJpeg of(Raster raster) {
        int width = raster.getWidth();
        int height = raster.getHeight();
        int bands = raster.getNumBands();
        float[] values = new float[width * height * bands];
        int[] row = new int[width * bands];
        for (int y = 0; y < height; y++) {
            raster.getPixels(raster.getMinX(), raster.getMinY() + y, width, 1, row);
            for (int i = 0; i < row.length; i++) {
                values[y * row.length + i] = row[i];
            }
        }
        return new StoredJpeg(width, height, bands, values);
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
