// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset.decode;

import java.util.Arrays;
import java.util.Locale;
import org.vesalius.dataset.pixel.UnreadableImageException;

/**
 * What the samples of a TIFF image mean (PhotometricInterpretation and ExtraSamples of TIFF 6.0).
 *
 * @param meaning of the colour samples
 * @param colors how many there are
 * @param alpha which sample the colours are multiplied with already; −1 if none
 */
record TiffColors(Meaning meaning, int colors, int alpha) {

    /** The colour spaces that are read. */
    enum Meaning {
        WHITE_IS_ZERO(1), BLACK_IS_ZERO(1), RGB(3), PALETTE(1), CMYK(4), YCBCR(3);

        private final int colors;

        Meaning(int colors) {
            this.colors = colors;
        }
    }

    /** That of a directory. */
    static TiffColors of(TiffDirectory directory, TiffLayout layout) throws UnreadableImageException {
        Meaning meaning = meaning((int) directory.number(TiffTag.PHOTOMETRIC, -1));
        long[] extra = directory.numbers(TiffTag.EXTRA_SAMPLES);
        int colors = meaning.colors;
        if (layout.samples() < colors || extra.length > 0 && layout.samples() - colors != extra.length
                || extra.length == 0 && layout.samples() > colors + 1) {
            throw new UnreadableImageException("has " + layout.samples() + " values a pixel, which is not what its "
                    + "colour space has");
        }
        boolean associated = extra.length > 0 && extra[0] == 1;
        requireReadable(directory, meaning, layout);
        return new TiffColors(meaning, colors, associated ? colors : -1);
    }

    private static Meaning meaning(int code) throws UnreadableImageException {
        return switch (code) {
            case 0 -> Meaning.WHITE_IS_ZERO;
            case 1 -> Meaning.BLACK_IS_ZERO;
            case 2 -> Meaning.RGB;
            case 3 -> Meaning.PALETTE;
            case 5 -> Meaning.CMYK;
            case 6 -> Meaning.YCBCR;
            case 8, 9, 10 -> throw new UnreadableImageException("is a TIFF in Lab colours; convert it to grey or RGB");
            case -1 -> throw new UnreadableImageException("is a TIFF that doesn't say what its values mean");
            default -> throw new UnreadableImageException("is a TIFF in a colour space that can't be read ("
                    + code + "); convert it to grey or RGB");
        };
    }

    private static void requireReadable(TiffDirectory directory, Meaning meaning, TiffLayout layout)
            throws UnreadableImageException {
        SampleType type = layout.type();
        boolean plain = !type.signed() && !type.floating();
        boolean readable = switch (meaning) {
            case PALETTE -> plain && type.bits() <= 16
                    && directory.numbers(TiffTag.COLOR_MAP).length == 3 << type.bits();
            case CMYK -> plain && type.bits() <= 16 && directory.number(TiffTag.INK_SET, 1) == 1;
            case YCBCR -> plain && type.bits() == 8 && isUsualYCbCr(directory);
            default -> true;
        };
        if (!readable) {
            throw new UnreadableImageException("is a TIFF in a kind of " + meaning.name().toLowerCase(Locale.ROOT)
                    + " colours that can't be read; convert it to grey or RGB");
        }
    }

    /** Those of JFIF: full range, and the coefficients of ITU-R BT.601. */
    private static boolean isUsualYCbCr(TiffDirectory directory) throws UnreadableImageException {
        double[] range = directory.fractions(TiffTag.REFERENCE_BLACK_WHITE);
        double[] luma = directory.fractions(TiffTag.YCBCR_COEFFICIENTS);
        boolean usualRange = range.length == 0 || Arrays.equals(range, new double[] {0, 255, 128, 255, 128, 255});
        return usualRange && (luma.length == 0
                || luma.length == 3 && Math.abs(luma[0] - 0.299) < 1e-3 && Math.abs(luma[1] - 0.587) < 1e-3);
    }

    /** Samples to be kept of each pixel. */
    int kept() {
        return alpha < 0 ? colors : alpha + 1;
    }

    /**
     * Grey or RGB pixels.
     *
     * @param values the kept samples of all pixels
     */
    StoredPixels toPixels(TiffDirectory directory, TiffLayout layout, float[] values)
            throws UnreadableImageException {
        int height = (int) layout.size().height();
        int width = (int) layout.size().width();
        SampleType type = layout.type();
        float[] plain = alpha < 0 ? values : divided(values, type);
        return switch (meaning) {
            case WHITE_IS_ZERO -> new StoredPixels(height, width, 1, type, true, plain);
            case BLACK_IS_ZERO -> StoredPixels.of(height, width, 1, type, plain);
            case RGB -> StoredPixels.of(height, width, 3, type, plain);
            case PALETTE -> palette(directory, layout, plain);
            case CMYK -> StoredPixels.ofFractions(height, width, 3,
                    ColorSpaces.ofCmyk(plain, (float) type.greatest(), false));
            case YCBCR -> StoredPixels.ofFractions(height, width, 3, ColorSpaces.ofYCbCr(plain));
        };
    }

    /** Divides the colours by the alpha that they were multiplied with. */
    private float[] divided(float[] values, SampleType type) {
        float full = type.floating() ? 1 : (float) type.greatest();
        float[] plain = new float[values.length / kept() * colors];
        for (int i = 0; i < plain.length; i++) {
            float opacity = values[i / colors * kept() + alpha];
            float color = values[i / colors * kept() + i % colors];
            plain[i] = opacity == 0 ? 0 : Math.min(color * full / opacity, full);
        }
        return plain;
    }

    private static StoredPixels palette(TiffDirectory directory, TiffLayout layout, float[] indexes)
            throws UnreadableImageException {
        long[] map = directory.numbers(TiffTag.COLOR_MAP);
        int size = map.length / 3;
        int channels = isGrey(map) ? 1 : 3;
        float[] values = new float[indexes.length * channels];
        for (int i = 0; i < values.length; i++) {
            values[i] = map[i % channels * size + (int) indexes[i / channels]] / 257f;
        }
        return StoredPixels.ofFractions((int) layout.size().height(), (int) layout.size().width(), channels, values);
    }

    private static boolean isGrey(long[] map) {
        int size = map.length / 3;
        for (int i = 0; i < size; i++) {
            if (map[i] != map[size + i] || map[i] != map[2 * size + i]) {
                return false;
            }
        }
        return true;
    }
}
