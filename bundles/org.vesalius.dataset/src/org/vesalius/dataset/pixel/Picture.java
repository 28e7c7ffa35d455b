// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset.pixel;

import java.util.List;
import org.vesalius.dataset.array.ArrayDescription;
import org.vesalius.dataset.array.Axis;
import org.vesalius.dataset.array.Brightness;
import org.vesalius.dataset.array.ElementType;
import org.vesalius.dataset.array.TypedArray;

/**
 * An array that is a picture: its axes are y, x and, if it has colours, channel; it is grey or RGB.
 *
 * @param array the values as stored
 */
public record Picture(TypedArray array) {
    private static final double FULL = 255;
    private static final List<String> AXES = List.of(Axis.Y, Axis.X, Axis.CHANNEL);

    /**
     * An array as a picture.
     *
     * @throws UnreadableImageException if it is none
     */
    public static Picture of(TypedArray array) throws UnreadableImageException {
        ArrayDescription description = array.description();
        List<String> names = description.axes().stream().map(Axis::name).toList();
        if (names.equals(AXES.subList(0, 2))) {
            return new Picture(array.described(description.with(
                    List.of(description.axes().get(0), description.axes().get(1), Axis.of(Axis.CHANNEL, 1)))));
        }
        int channels = description.axes().get(description.axes().size() - 1).size();
        if (!names.equals(AXES) || channels != 1 && channels != 3) {
            throw new UnreadableImageException("is no picture but holds an array of " + description.display());
        }
        return new Picture(array);
    }

    /**
     * The darkest and the brightest value; where the type has one scale up to 8 bits, those that it can hold.
     *
     * @throws UnreadableImageException if values are no numbers
     */
    public StoredRange range() throws UnreadableImageException {
        if (array.description().type().whole() && scale() == StoredRange.Scale.OWN) {
            return StoredRange.own();
        }
        double least = Double.POSITIVE_INFINITY;
        double greatest = Double.NEGATIVE_INFINITY;
        for (float value : array.floats()) {
            if (!Float.isFinite(value)) {
                throw new UnreadableImageException("has pixels that are not numbers");
            }
            least = Math.min(least, value);
            greatest = Math.max(greatest, value);
        }
        return new StoredRange(scale(), least, greatest);
    }

    private StoredRange.Scale scale() {
        Brightness brightness = array.description().brightness();
        if (brightness.certain()) {
            return brightness.greatest() - brightness.least() <= FULL ? StoredRange.Scale.OWN : StoredRange.Scale.FINE;
        }
        return array.description().type() == ElementType.U16 ? StoredRange.Scale.DEEP : StoredRange.Scale.OPEN;
    }

    /**
     * The picture with values in 0…255; this one is used up.
     *
     * @throws UnreadableImageException if values are no numbers, or brighter than what the column calls white
     */
    public PixelImage image(ValueOptions options) throws UnreadableImageException {
        Brightness brightness = array.description().brightness();
        return switch (scale()) {
            case OWN, FINE -> scaled(brightness.least(), brightness.greatest());
            case DEEP -> deep(options.white().orElse(brightness.greatest()), brightness.greatest());
            case OPEN -> open(options, brightness);
        };
    }

    private PixelImage deep(double white, double mostPossible) throws UnreadableImageException {
        double greatest = white < mostPossible ? range().greatest() : 0;
        if (greatest > white) {
            throw new UnreadableImageException("has values up to " + (long) greatest
                    + ", but in this data set white is " + (long) white);
        }
        return scaled(0, white);
    }

    /** Without a scale of the data set, the darkest floating-point value becomes 0 and the brightest 255. */
    private PixelImage open(ValueOptions options, Brightness brightness) throws UnreadableImageException {
        StoredRange range = range();
        boolean ends = !Double.isNaN(brightness.least());
        double low = options.low().orElse(ends ? brightness.least() : range.least());
        double high = options.high().orElse(ends ? brightness.greatest() : range.greatest());
        return scaled(low, high > low ? high : low + 1);
    }

    private PixelImage scaled(double low, double high) {
        float[] values = array.floats();
        if (low != 0 || high != FULL) {
            double factor = FULL / (high - low);
            for (int i = 0; i < values.length; i++) {
                values[i] = (float) Math.min(Math.max((values[i] - low) * factor, 0), FULL);
            }
        }
        if (array.description().brightness().inverted()) {
            for (int i = 0; i < values.length; i++) {
                values[i] = (float) FULL - values[i];
            }
        }
        int[] shape = array.description().shape();
        return new PixelImage(shape[0], shape[1], shape[2], values);
    }
}
