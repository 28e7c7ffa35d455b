// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset.pixel;

/**
 * The values that an image's file holds, before they are brought to 0…255.
 *
 * @param scale what is known of black and white
 * @param least the darkest value
 * @param greatest the brightest value
 */
public record StoredRange(Scale scale, double least, double greatest) {

    /** What a file's type of sample says about black and white. */
    public enum Scale {
        /** Up to 8 bits: 0 is black, all bits set is white. */
        OWN,
        /** 9 to 15 bits, likewise. */
        FINE,
        /** Unsigned integers of 16 bits: often only the lower 10, 12 or 14 are in use, and no file says so. */
        DEEP,
        /** Signed, floating-point or 32 bits: nothing is known. */
        OPEN
    }

    /** The range of images whose type says all. */
    public static StoredRange own() {
        return new StoredRange(Scale.OWN, 0, 255);
    }
}
