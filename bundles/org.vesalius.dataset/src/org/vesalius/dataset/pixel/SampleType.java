// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset.pixel;

/**
 * How a file stores the brightness of a pixel.
 *
 * @param bits of a sample, 1…64
 * @param signed whether integers go below 0
 * @param floating whether samples are floating-point numbers
 */
public record SampleType(int bits, boolean signed, boolean floating) {
    /** What most images are made of. */
    public static final SampleType BYTE = unsigned(8);

    public static SampleType unsigned(int bits) {
        return new SampleType(bits, false, false);
    }

    /** What the numbers mean: whether their type alone says what is black and what is white. */
    public StoredRange.Scale scale() {
        if (floating || signed && bits > 8 || bits > 16) {
            return StoredRange.Scale.OPEN;
        }
        return bits == 16 ? StoredRange.Scale.DEEP : bits > 8 ? StoredRange.Scale.FINE : StoredRange.Scale.OWN;
    }

    /** The least integer of this type. */
    public double least() {
        return signed ? -Math.pow(2, bits - 1) : 0;
    }

    /** The greatest integer of this type. */
    public double greatest() {
        return Math.pow(2, signed ? bits - 1 : bits) - 1;
    }
}
