// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset.pixel;

/**
 * An image as its file stores it, grey or RGB, not yet brought to 0…255.
 *
 * @param height rows
 * @param width columns
 * @param channels 1 or 3
 * @param type of the samples
 * @param zeroIsWhite whether the least value is white and the greatest black
 * @param values row by row, the channels of a pixel together; may be changed by {@link #image}
 */
public record StoredPixels(int height, int width, int channels, SampleType type, boolean zeroIsWhite,
        float[] values) {
    private static final double FULL = 255;

    /** An image whose least value is black. */
    public static StoredPixels of(int height, int width, int channels, SampleType type, float[] values) {
        return new StoredPixels(height, width, channels, type, false, values);
    }

    /** An image whose values lie in 0…255 already. */
    public static StoredPixels ofBytes(int height, int width, int channels, float[] values) {
        return of(height, width, channels, SampleType.BYTE, values);
    }

    /** The darkest and the brightest value. */
    public StoredRange range() throws UnreadableImageException {
        double least = Double.POSITIVE_INFINITY;
        double greatest = Double.NEGATIVE_INFINITY;
        for (float value : values) {
            if (!Float.isFinite(value)) {
                throw new UnreadableImageException("has pixels that are not numbers");
            }
            least = Math.min(least, value);
            greatest = Math.max(greatest, value);
        }
        return new StoredRange(type.scale(), least, greatest);
    }

    /**
     * The image with values in 0…255; this one is used up.
     *
     * @throws UnreadableImageException if values are no numbers, or brighter than what the column calls white
     */
    public PixelImage image(ValueOptions options) throws UnreadableImageException {
        return switch (type.scale()) {
            case OWN, FINE -> scaled(type.least(), type.greatest());
            case DEEP -> deep(options.white().orElse(type.greatest()));
            case OPEN -> open(options);
        };
    }

    private PixelImage deep(double white) throws UnreadableImageException {
        double greatest = white < type.greatest() ? range().greatest() : 0;
        if (greatest > white) {
            throw new UnreadableImageException("has values up to " + (long) greatest
                    + ", but in this data set white is " + (long) white);
        }
        return scaled(0, white);
    }

    /** Without a scale of the data set, the darkest floating-point value becomes 0 and the brightest 255. */
    private PixelImage open(ValueOptions options) throws UnreadableImageException {
        StoredRange range = range();
        double low = options.low().orElse(type.floating() ? range.least() : type.least());
        double high = options.high().orElse(type.floating() ? range.greatest() : type.greatest());
        return scaled(low, high > low ? high : low + 1);
    }

    private PixelImage scaled(double low, double high) {
        if (low != 0 || high != FULL) {
            double factor = FULL / (high - low);
            for (int i = 0; i < values.length; i++) {
                values[i] = (float) Math.min(Math.max((values[i] - low) * factor, 0), FULL);
            }
        }
        if (zeroIsWhite) {
            for (int i = 0; i < values.length; i++) {
                values[i] = (float) FULL - values[i];
            }
        }
        return new PixelImage(height, width, channels, values);
    }
}
