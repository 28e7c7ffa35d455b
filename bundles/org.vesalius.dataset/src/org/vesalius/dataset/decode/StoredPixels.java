// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset.decode;

import org.vesalius.dataset.array.ArrayDescription;
import org.vesalius.dataset.array.Axis;
import org.vesalius.dataset.array.Brightness;
import org.vesalius.dataset.array.TypedArray;

/**
 * A picture as its file stores it, grey or RGB, not yet brought to a common scale.
 *
 * @param height rows
 * @param width columns
 * @param channels 1 or 3
 * @param type of the samples
 * @param zeroIsWhite whether the least value is white and the greatest black
 * @param values row by row, the channels of a pixel together
 */
record StoredPixels(int height, int width, int channels, SampleType type, boolean zeroIsWhite, float[] values) {

    /** A picture whose least value is black. */
    static StoredPixels of(int height, int width, int channels, SampleType type, float[] values) {
        return new StoredPixels(height, width, channels, type, false, values);
    }

    /** A picture of whole values in 0…255. */
    static StoredPixels ofBytes(int height, int width, int channels, float[] values) {
        return of(height, width, channels, SampleType.BYTE, values);
    }

    /** A picture whose values in 0…255 were computed of others. */
    static StoredPixels ofFractions(int height, int width, int channels, float[] values) {
        return of(height, width, channels, SampleType.FRACTIONS, values);
    }

    /** The picture as an array of the axes y, x and channel, its values as stored. */
    TypedArray array() {
        ArrayDescription description = ArrayDescription.of(type.element(), Axis.of(Axis.Y, height),
                Axis.of(Axis.X, width), Axis.of(Axis.CHANNEL, channels));
        Brightness scale = type.brightness();
        return TypedArray.of(description.with(new Brightness(scale.least(), scale.greatest(), scale.certain(),
                zeroIsWhite)), values);
    }
}
