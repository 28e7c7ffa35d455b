// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset.reader;

import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;

/**
 * The pixels of a Java image as they are stored. Java's own conversions are avoided: they take grey values for linear
 * light and change them.
 */
final class RasterPixels {
    private static final float FULL = 255f;
    private static final int SIGNED_16_BIT_OFFSET = 32_768;

    private final Raster raster;
    private final int channels;

    private RasterPixels(Raster raster, int channels) {
        this.raster = raster;
        this.channels = channels;
    }

    /** The picture, grey or RGB. */
    static PixelImage of(BufferedImage image) throws UnreadableImageException {
        ColorModel colors = image.getColorModel();
        if (colors instanceof IndexColorModel palette) {
            return ofPalette(image.getRaster(), palette);
        }
        int channels = colors.getNumColorComponents();
        if (channels != 1 && channels != 3) {
            throw new UnreadableImageException("has " + channels + " colour channels; convert it to grey or RGB");
        }
        RasterPixels pixels = new RasterPixels(image.getRaster(), channels);
        int type = image.getRaster().getDataBuffer().getDataType();
        boolean floating = type == DataBuffer.TYPE_FLOAT || type == DataBuffer.TYPE_DOUBLE;
        return floating ? pixels.stretched() : pixels.scaled(type == DataBuffer.TYPE_SHORT);
    }

    private static PixelImage ofPalette(Raster raster, IndexColorModel palette) {
        boolean grey = isGrey(palette);
        int channels = grey ? 1 : 3;
        int width = raster.getWidth();
        int height = raster.getHeight();
        float[] values = new float[height * width * channels];
        int[] row = new int[width];
        int next = 0;
        for (int y = 0; y < height; y++) {
            raster.getSamples(0, y, width, 1, 0, row);
            for (int index : row) {
                values[next++] = palette.getRed(index);
                if (!grey) {
                    values[next++] = palette.getGreen(index);
                    values[next++] = palette.getBlue(index);
                }
            }
        }
        return new PixelImage(height, width, channels, values);
    }

    private static boolean isGrey(IndexColorModel palette) {
        for (int i = 0; i < palette.getMapSize(); i++) {
            if (palette.getRed(i) != palette.getGreen(i) || palette.getRed(i) != palette.getBlue(i)) {
                return false;
            }
        }
        return true;
    }

    private PixelImage scaled(boolean signed) {
        float[] factors = new float[channels];
        for (int c = 0; c < channels; c++) {
            int bits = Math.min(raster.getSampleModel().getSampleSize(c), 31);
            factors[c] = FULL / ((1L << bits) - 1);
        }
        float[] values = stored();
        float offset = signed ? SIGNED_16_BIT_OFFSET : 0;
        for (int i = 0; i < values.length; i++) {
            values[i] = (values[i] + offset) * factors[i % channels];
        }
        return new PixelImage(raster.getHeight(), raster.getWidth(), channels, values);
    }

    /** Floating-point pixels have no range of their own: the darkest becomes 0, the brightest 255. */
    private PixelImage stretched() throws UnreadableImageException {
        float[] values = stored();
        float min = Float.POSITIVE_INFINITY;
        float max = Float.NEGATIVE_INFINITY;
        for (float value : values) {
            if (!Float.isFinite(value)) {
                throw new UnreadableImageException("has pixels that are not numbers");
            }
            min = Math.min(min, value);
            max = Math.max(max, value);
        }
        float range = max > min ? max - min : 1;
        for (int i = 0; i < values.length; i++) {
            values[i] = (values[i] - min) / range * FULL;
        }
        return new PixelImage(raster.getHeight(), raster.getWidth(), channels, values);
    }

    private float[] stored() {
        int width = raster.getWidth();
        int bands = raster.getNumBands();
        float[] values = new float[raster.getHeight() * width * channels];
        float[] row = new float[width * bands];
        int next = 0;
        for (int y = 0; y < raster.getHeight(); y++) {
            raster.getPixels(0, y, width, 1, row);
            for (int x = 0; x < width; x++) {
                for (int c = 0; c < channels; c++) {
                    values[next++] = row[x * bands + c];
                }
            }
        }
        return values;
    }
}
