// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset.decode;

import java.nio.ByteOrder;
import org.vesalius.dataset.pixel.UnreadableImageException;

/**
 * How the samples of a TIFF image are laid out in its file. A strip is a tile as wide as the image.
 *
 * @param size of the image
 * @param type of each sample
 * @param samples of a pixel
 * @param planar whether each sample has tiles of its own
 * @param tileWidth of a tile
 * @param tileHeight of a tile
 * @param strips whether the last one ends with the image
 * @param offsets where tiles begin
 * @param lengths bytes of the tiles as stored
 * @param order of the bytes of a sample
 */
record TiffLayout(ImageSize size, SampleType type, int samples, boolean planar, int tileWidth, int tileHeight,
        boolean strips, long[] offsets, long[] lengths, ByteOrder order) {
    private static final int MAX_SAMPLES = 16;
    private static final int MAX_TILE = 1 << 16;

    /** The layout that a directory tells, found sound. */
    static TiffLayout of(TiffDirectory directory, int fileLength) throws UnreadableImageException {
        ImageSize size = new ImageSize(directory.number(TiffTag.WIDTH, 0), directory.number(TiffTag.HEIGHT, 0));
        size.requireUsable();
        long samples = directory.number(TiffTag.SAMPLES, 1);
        if (samples < 1 || samples > MAX_SAMPLES) {
            throw new UnreadableImageException("has " + samples + " values a pixel; grey has 1 and RGB 3");
        }
        boolean tiled = directory.has(TiffTag.TILE_OFFSETS);
        long rows = Math.min(directory.number(TiffTag.ROWS_PER_STRIP, size.height()), size.height());
        long width = tiled ? directory.number(TiffTag.TILE_WIDTH, 0) : size.width();
        long height = tiled ? directory.number(TiffTag.TILE_HEIGHT, 0) : rows;
        if (width < 1 || height < 1 || tiled && (width > MAX_TILE || height > MAX_TILE)) {
            throw new UnreadableImageException("is damaged: its TIFF header names tiles of no size");
        }
        new ImageSize(Math.max(width, 8), Math.max(height, 8)).requireUsable();
        TiffLayout layout = new TiffLayout(size, type(directory), (int) samples,
                samples > 1 && directory.number(TiffTag.PLANAR, 1) == 2, (int) width, (int) height, !tiled,
                directory.numbers(tiled ? TiffTag.TILE_OFFSETS : TiffTag.STRIP_OFFSETS),
                directory.numbers(tiled ? TiffTag.TILE_BYTES : TiffTag.STRIP_BYTES), directory.file().order());
        layout.requireWhole(fileLength);
        return layout;
    }

    private static SampleType type(TiffDirectory directory) throws UnreadableImageException {
        long bits = same(directory.numbers(TiffTag.BITS), 1, "bits");
        long format = same(directory.numbers(TiffTag.SAMPLE_FORMAT), 1, "types");
        boolean floating = format == 3 && (bits == 16 || bits == 32 || bits == 64);
        boolean integer = (format == 1 || format == 4) && bits >= 1 && bits <= 32
                || format == 2 && (bits == 8 || bits == 16 || bits == 32);
        if (!floating && !integer) {
            throw new UnreadableImageException("is a TIFF with samples of a kind that can't be read (" + bits
                    + " bits, sample format " + format + ")");
        }
        return new SampleType((int) bits, format == 2, floating);
    }

    private static long same(long[] values, long fallback, String what) throws UnreadableImageException {
        for (long value : values) {
            if (value != values[0]) {
                throw new UnreadableImageException("is a TIFF whose channels have different " + what);
            }
        }
        return values.length == 0 ? fallback : values[0];
    }

    private void requireWhole(int fileLength) throws UnreadableImageException {
        if (offsets.length == 0 || offsets.length != lengths.length || offsets.length < tiles() * planes()) {
            throw new UnreadableImageException("is a TIFF without all of its image data");
        }
        for (int i = 0; i < tiles() * planes(); i++) {
            if (offsets[i] < 0 || lengths[i] < 0 || lengths[i] > fileLength || offsets[i] + lengths[i] > fileLength) {
                throw new UnreadableImageException("is truncated: part of the image is missing");
            }
        }
    }

    int tilesAcross() {
        return (int) ((size.width() + tileWidth - 1) / tileWidth);
    }

    int tiles() {
        return tilesAcross() * (int) ((size.height() + tileHeight - 1) / tileHeight);
    }

    int planes() {
        return planar ? samples : 1;
    }

    /** Samples of a pixel that stand together. */
    int together() {
        return planar ? 1 : samples;
    }

    /** Rows stored in a tile. */
    int rows(int tile) {
        long top = (long) (tile / tilesAcross()) * tileHeight;
        return strips ? (int) Math.min(tileHeight, size.height() - top) : tileHeight;
    }

    /** Bytes of a row of a tile; each row begins with a byte. */
    int rowBytes() {
        return Math.toIntExact(((long) tileWidth * together() * type.bits() + 7) / 8);
    }
}
