// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset.pixel;

/**
 * An image in memory.
 *
 * <p>For speed the values are shared, not copied: whoever makes an image gives its array away, and whoever gets one
 * only reads.
 *
 * @param height rows
 * @param width columns
 * @param channels 1 for grey, 3 for red, green and blue
 * @param values 0 (dark) to 255 (bright), row by row, the channels of a pixel together
 */
public record PixelImage(int height, int width, int channels, float[] values) {

    /** Checks that there are as many values as the sizes say. */
    public PixelImage {
        if (height < 1 || width < 1 || channels != 1 && channels != 3) {
            throw new IllegalArgumentException("no image is " + height + "×" + width + "×" + channels);
        }
        if (values.length != Math.multiplyExact(Math.multiplyExact(height, width), channels)) {
            throw new IllegalArgumentException(
                    values.length + " values for " + height + "×" + width + "×" + channels);
        }
    }

    /** The value at a place. */
    public float value(int row, int column, int channel) {
        return values[(row * width + column) * channels + channel];
    }
}
