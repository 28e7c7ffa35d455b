// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dicom.codec;

import java.util.Objects;
import org.vesalius.dataset.pixel.UnreadableImageException;

/** Decodes one frame. A codec has no state. */
public interface Codec {

    /**
     * Decodes a frame.
     *
     * @param content the whole compressed frame
     * @param layout what the data set says of it; a frame of another size is refused before memory is taken for it
     * @throws UnreadableImageException if it is damaged or of a kind that can't be read
     */
    Samples decode(byte[] content, Layout layout) throws UnreadableImageException;

    /** The most values that a compressed byte can hold: what announces more is refused before memory is taken for it. */
    int mostOfAByte();

    /**
     * What the data set says of each frame.
     *
     * @param width columns
     * @param height rows
     * @param components samples of a pixel
     * @param bytes that a sample takes, 1, 2 or 4
     */
    record Layout(int width, int height, int components, int bytes) {

        /**
         * Compares what the compressed frame says of itself.
         *
         * @throws UnreadableImageException if it says something else
         */
        public void require(long otherWidth, long otherHeight, int otherComponents) throws UnreadableImageException {
            if (otherWidth != width || otherHeight != height || otherComponents != components) {
                throw new UnreadableImageException("is damaged: its compressed pixels are of " + otherWidth + "×" + otherHeight
                        + "×" + otherComponents + ", and its header says " + width + "×" + height + "×" + components);
            }
        }

        /** How many values a frame has. */
        public int length() {
            return Math.multiplyExact(Math.multiplyExact(width, height), components);
        }
    }

    /** What a compressed frame itself says of the colours of three components. */
    enum Colors {
        /** Nothing. */
        UNTOLD,
        /** Red, green and blue. */
        RGB,
        /** Luminance and two chrominances (ITU-R BT.601, full range). */
        YBR
    }

    /**
     * A decoded frame.
     *
     * @param bits of a sample
     * @param signed whether the values have signs
     * @param colors that it is of
     * @param values row by row, the components of a pixel together
     */
    record Samples(int bits, boolean signed, Colors colors, int[] values) {
        /** No component may be null. */
        public Samples {
            Objects.requireNonNull(colors, "colors");
            Objects.requireNonNull(values, "values");
        }

        /** Samples without a sign, of which no more is known. */
        public static Samples of(int bits, int[] values) {
            return new Samples(bits, false, Colors.UNTOLD, values);
        }

        @Override
        public String toString() {
            return "Samples[" + values.length + "]";
        }
    }
}
