// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset.number;

/** Numbers of 16 bits: one of the sign, five of the exponent, ten of the fraction (IEEE 754 binary16). */
public final class HalfPrecision {
    private HalfPrecision() {
        // one function
    }

    /** The number that 16 bits stand for, with nothing lost. */
    public static float toFloat(short bits) {
        int exponent = bits >> 10 & 0x1F;
        int fraction = bits & 0x3FF;
        float size = switch (exponent) {
            case 0 -> Math.scalb((float) fraction, -24);
            case 0x1F -> fraction == 0 ? Float.POSITIVE_INFINITY : Float.NaN;
            default -> Math.scalb((float) (fraction | 0x400), exponent - 25);
        };
        return bits < 0 ? -size : size;
    }
}
