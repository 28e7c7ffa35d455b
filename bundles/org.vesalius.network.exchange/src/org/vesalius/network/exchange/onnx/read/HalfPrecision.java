// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.exchange.onnx.read;

/** Numbers of 16 bits. Formats: IEEE 754-2008 binary16, and bfloat16, which is the upper half of single precision. */
final class HalfPrecision {
    private static final int EXPONENT = 0x1f;
    private static final int MANTISSA = 0x3ff;
    private static final int MANTISSA_BITS = 10;
    private static final int BIAS = 15;

    private HalfPrecision() {
    }

    /** A number of binary16. */
    static float ofHalf(short bits) {
        int exponent = bits >> MANTISSA_BITS & EXPONENT;
        int mantissa = bits & MANTISSA;
        float sign = bits < 0 ? -1 : 1;
        if (exponent == EXPONENT) {
            return mantissa == 0 ? sign * Float.POSITIVE_INFINITY : Float.NaN;
        }
        return exponent == 0 ? sign * Math.scalb((float) mantissa, 1 - BIAS - MANTISSA_BITS)
                : sign * Math.scalb((float) (mantissa + MANTISSA + 1), exponent - BIAS - MANTISSA_BITS);
    }

    /** A number of bfloat16. */
    static float ofBrain(short bits) {
        return Float.intBitsToFloat(bits << Short.SIZE);
    }
}
