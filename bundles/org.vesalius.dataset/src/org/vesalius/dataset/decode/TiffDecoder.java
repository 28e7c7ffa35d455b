// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset.decode;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.vesalius.dataset.pixel.UnreadableImageException;

/**
 * Decodes TIFF and BigTIFF: grey, RGB, palettes, CMYK and YCbCr, of 1 to 32 bits or floating-point, in strips or tiles,
 * packed by LZW, Deflate, PackBits or JPEG. Fax pages are decoded by the Java platform.
 */
final class TiffDecoder implements Decoder {
    private static final Set<Long> FAX = Set.of(2L, 3L, 4L);
    private static final long JPEG = 7;
    private static final int HIGHEST_BIT_LAST = 2;

    @Override
    public Optional<OpenedImage> open(byte[] content) throws UnreadableImageException {
        Optional<TiffFile> file = TiffFile.of(content);
        return file.isEmpty() ? Optional.empty() : Optional.of(open(file.get(), content));
    }

    private static OpenedImage open(TiffFile file, byte[] content) throws UnreadableImageException {
        List<TiffDirectory> directories = file.directories();
        return open(file, directories, new TiffPages(directories).only(), content);
    }

    /**
     * Looks at the headers of a stack.
     *
     * @return empty if it is no TIFF file
     * @throws UnreadableImageException if it is damaged, of a kind that can't be read, or no stack of equal pages along the depth
     */
    Optional<OpenedStack> openStack(byte[] content) throws UnreadableImageException {
        Optional<TiffFile> file = TiffFile.of(content);
        if (file.isEmpty()) {
            return Optional.empty();
        }
        List<TiffDirectory> directories = file.get().directories();
        List<OpenedImage> pages = new ArrayList<>();
        List<Integer> numbers = new TiffPages(directories).stack();
        for (int page : numbers) {
            pages.add(open(file.get(), directories, page, content));
        }
        return Optional.of(OpenedStack.of(pages, StackSteps.of(directories.get(numbers.get(0)))));
    }

    private static OpenedImage open(TiffFile file, List<TiffDirectory> directories, int page, byte[] content)
            throws UnreadableImageException {
        TiffDirectory directory = directories.get(page);
        TiffLayout layout = TiffLayout.of(directory, content.length);
        TiffColors colors = TiffColors.of(directory, layout);
        int turn = (int) directory.number(TiffTag.ORIENTATION, 1);
        long bytes = layout.size().width() * layout.size().height() * 4 * (colors.kept() + 3)
                + (long) layout.rowBytes() * layout.tileHeight() * 2;
        if (FAX.contains(directory.number(TiffTag.COMPRESSION, 1))) {
            requireFax(file, layout);
            return new OpenedImage(layout.size(), bytes, turn, () -> PlatformDecoder.decode("tiff", content, page));
        }
        return new OpenedImage(layout.size(), bytes, turn,
                () -> colors.toPixels(directory, layout, samples(directory, layout, colors, content)));
    }

    private static void requireFax(TiffFile file, TiffLayout layout) throws UnreadableImageException {
        if (file.isBig() || layout.samples() != 1 || layout.type().bits() != 1) {
            throw new UnreadableImageException("is a fax TIFF of a kind that can't be read");
        }
    }

    private static float[] samples(TiffDirectory directory, TiffLayout layout, TiffColors colors, byte[] content)
            throws UnreadableImageException {
        TileReader tiles = directory.number(TiffTag.COMPRESSION, 1) == JPEG ? jpeg(directory, layout)
                : packed(directory, layout, colors);
        int kept = colors.kept();
        float[] values = new float[(int) (layout.size().width() * layout.size().height() * kept)];
        for (int plane = 0; plane < Math.min(layout.planes(), kept); plane++) {
            for (int tile = 0; tile < layout.tiles(); tile++) {
                int index = plane * layout.tiles() + tile;
                int start = (int) layout.offsets()[index];
                byte[] stored = Arrays.copyOfRange(content, start, start + (int) layout.lengths()[index]);
                new Place(layout, tile, plane, kept).put(tiles.open(stored, layout.rows(tile)), values);
            }
        }
        return values;
    }

    /** Gives the rows of an opened tile. */
    @FunctionalInterface
    private interface TileRows {
        void read(int row, float[] samples);
    }

    /** Unpacks tiles. */
    @FunctionalInterface
    private interface TileReader {
        TileRows open(byte[] stored, int rows) throws UnreadableImageException;
    }

    private static TileReader packed(TiffDirectory directory, TiffLayout layout, TiffColors colors)
            throws UnreadableImageException {
        if (colors.meaning() == TiffColors.Meaning.YCBCR
                && !Arrays.equals(directory.numbers(TiffTag.YCBCR_SUBSAMPLING), new long[] {1, 1})) {
            throw new UnreadableImageException("is a TIFF with subsampled YCbCr colours; convert it to RGB");
        }
        TiffCompression compression = TiffCompression.of((int) directory.number(TiffTag.COMPRESSION, 1));
        TiffPredictor predictor = new TiffPredictor((int) directory.number(TiffTag.PREDICTOR, 1), layout);
        boolean mirrored = directory.number(TiffTag.FILL_ORDER, 1) == HIGHEST_BIT_LAST;
        TiffSamples samples = new TiffSamples(layout.type(), predictor.order());
        return (stored, rows) -> {
            byte[] ordered = mirrored ? mirrored(stored) : stored;
            byte[] tile = predictor.undo(
                    compression.unpack(ordered, Math.multiplyExact(rows, layout.rowBytes())), rows);
            return (row, to) -> samples.read(tile, row * layout.rowBytes(), to);
        };
    }

    private static byte[] mirrored(byte[] bytes) {
        byte[] mirrored = new byte[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            mirrored[i] = (byte) (Integer.reverse(bytes[i]) >>> 24);
        }
        return mirrored;
    }

    private static TileReader jpeg(TiffDirectory directory, TiffLayout layout) throws UnreadableImageException {
        if (layout.type().bits() != 8 || layout.samples() == 4) {
            throw new UnreadableImageException("is a TIFF packed by JPEG of a kind that can't be read");
        }
        byte[] tables = directory.bytes(TiffTag.JPEG_TABLES);
        int width = layout.tileWidth() * layout.together();
        ImageSize tileSize = new ImageSize(layout.tileWidth(), layout.tileHeight());
        return (stored, rows) -> {
            StoredJpeg tile = StoredJpeg.decode(StoredJpeg.joined(tables, stored), tileSize);
            if (tile.width() < layout.tileWidth() || tile.height() < rows || tile.bands() != layout.together()) {
                throw new UnreadableImageException("is damaged: a tile of it is smaller than its header says");
            }
            float[] numbers = tile.numbers();
            return (row, to) -> System.arraycopy(numbers, row * tile.width() * tile.bands(), to, 0,
                    Math.min(width, to.length));
        };
    }

    /** Where the samples of a tile belong. */
    private record Place(TiffLayout layout, int tile, int plane, int kept) {

        void put(TileRows rows, float[] values) {
            int left = tile % layout.tilesAcross() * layout.tileWidth();
            int top = tile / layout.tilesAcross() * layout.tileHeight();
            int columns = (int) Math.min(layout.tileWidth(), layout.size().width() - left);
            int height = (int) Math.min(layout.rows(tile), layout.size().height() - top);
            float[] row = new float[columns * layout.together()];
            for (int y = 0; y < height; y++) {
                rows.read(y, row);
                put(row, (int) ((top + y) * layout.size().width() + left), columns, values);
            }
        }

        private void put(float[] row, int firstPixel, int columns, float[] values) {
            int step = layout.together();
            for (int x = 0; x < columns; x++) {
                for (int s = 0; s < (layout.planar() ? 1 : kept); s++) {
                    values[(firstPixel + x) * kept + plane + s] = row[x * step + s];
                }
            }
        }
    }
}
