// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset.decode;

import org.vesalius.dataset.array.Brightness;
import org.vesalius.dataset.array.ElementType;

/**
 * How a file stores the brightness of a pixel.
 *
 * @param bits of a sample, 1…64
 * @param signed whether integers go below 0
 * @param floating whether samples are floating-point numbers; of less than 16 bits, if they were computed and go from 0 to
 *        the greatest integer of as many
 */
record SampleType(int bits, boolean signed, boolean floating) {
    /** What most pictures are made of. */
    static final SampleType BYTE = unsigned(8);
    /** Numbers in 0…255 that need not be whole, such as colours of another space. */
    static final SampleType FRACTIONS = new SampleType(8, false, true);

    static SampleType unsigned(int bits) {
        return new SampleType(bits, false, false);
    }

    /** The least integer of this type. */
    double least() {
        return signed ? -Math.pow(2, bits - 1) : 0;
    }

    /** The greatest integer of this type. */
    double greatest() {
        return Math.pow(2, signed ? bits - 1 : bits) - 1;
    }

    /** The narrowest type of arrays that holds all samples. */
    ElementType element() {
        if (floating || bits == 32 && !signed) {
            return ElementType.F32;
        }
        if (signed) {
            return bits <= 16 ? ElementType.I16 : ElementType.I32;
        }
        return bits <= 8 ? ElementType.U8 : bits <= 16 ? ElementType.U16 : ElementType.I32;
    }

    /** What is black and white: certain up to 8 bits, and from 9 to 15 without a sign. */
    Brightness brightness() {
        if (floating && bits >= 16) {
            return Brightness.of(ElementType.F32);
        }
        boolean certain = bits <= 8 || bits < 16 && !signed;
        return new Brightness(least(), greatest(), certain, false);
    }
}
