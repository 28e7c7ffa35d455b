// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset.decode;

import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;
import java.util.stream.IntStream;
import org.vesalius.dataset.pixel.UnreadableImageException;

/**
 * The pixels of a Java image as they are stored. Java's own conversions are avoided: they take grey values for linear
 * light and change them.
 */
final class RasterPixels {
    private static final float FULL = 255f;

    private final Raster raster;
    private final int channels;

    private RasterPixels(Raster raster, int channels) {
        this.raster = raster;
        this.channels = channels;
    }

    /** The image, grey or RGB. */
    static StoredPixels of(BufferedImage image) throws UnreadableImageException {
        ColorModel colors = image.getColorModel();
        if (colors instanceof IndexColorModel palette) {
            return ofPalette(image.getRaster(), palette);
        }
        int channels = colors.getNumColorComponents();
        if (channels != 1 && channels != 3) {
            throw new UnreadableImageException("has " + channels + " colour channels; convert it to grey or RGB");
        }
        int type = image.getRaster().getDataBuffer().getDataType();
        if (type != DataBuffer.TYPE_BYTE && type != DataBuffer.TYPE_USHORT && type != DataBuffer.TYPE_INT) {
            throw new UnreadableImageException("has values of a kind that can't be read");
        }
        RasterPixels pixels = new RasterPixels(image.getRaster(), channels);
        return pixels.isEqual() ? StoredPixels.of(image.getHeight(), image.getWidth(), channels,
                SampleType.unsigned(pixels.bits(0)), pixels.stored()) : pixels.unequal();
    }

    private static StoredPixels ofPalette(Raster raster, IndexColorModel palette) {
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
        return StoredPixels.ofBytes(height, width, channels, values);
    }

    private static boolean isGrey(IndexColorModel palette) {
        for (int i = 0; i < palette.getMapSize(); i++) {
            if (palette.getRed(i) != palette.getGreen(i) || palette.getRed(i) != palette.getBlue(i)) {
                return false;
            }
        }
        return true;
    }

    /** Channels of unequal depth, as in images of 16 bits a pixel, are brought to 0…255 each. */
    private StoredPixels unequal() {
        float[] values = stored();
        for (int i = 0; i < values.length; i++) {
            values[i] *= FULL / ((1 << bits(i % channels)) - 1);
        }
        return StoredPixels.ofFractions(raster.getHeight(), raster.getWidth(), channels, values);
    }

    private boolean isEqual() {
        return IntStream.range(1, channels).allMatch(c -> bits(c) == bits(0));
    }

    private int bits(int channel) {
        return raster.getSampleModel().getSampleSize(channel);
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
