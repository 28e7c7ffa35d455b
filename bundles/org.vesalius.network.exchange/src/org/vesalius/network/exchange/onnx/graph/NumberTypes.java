// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.exchange.onnx.graph;

import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import java.util.EnumSet;
import java.util.Set;

/** Types of numbers. */
public final class NumberTypes {
    private static final Set<DataType> DECIMAL = EnumSet.of(DataType.FLOAT, DataType.DOUBLE, DataType.FLOAT16,
            DataType.BFLOAT16);

    private NumberTypes() {
    }

    /** Whether numbers of a type have decimals. */
    public static boolean areDecimal(DataType type) {
        return DECIMAL.contains(type);
    }

    /** Whether numbers of a type have fewer digits than those which layers compute with. */
    public static boolean areHalf(DataType type) {
        return type == DataType.FLOAT16 || type == DataType.BFLOAT16;
    }

    /** Numbers of 16 bits. Formats: IEEE 754-2008 binary16, and bfloat16, which is the upper half of single precision. */
    public static final class HalfPrecision {
        private static final int EXPONENT = 0x1f;
        private static final int MANTISSA = 0x3ff;
        private static final int MANTISSA_BITS = 10;
        private static final int BIAS = 15;
        private static final double LARGEST_HALF = 65504;

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

        /** The nearest number of binary16, the even one of two. */
        public static float roundedToHalf(float number) {
            if (number == 0 || !Float.isFinite(number)) {
                return number;
            }
            int exponent = Math.max(Math.getExponent(number), 1 - BIAS) - MANTISSA_BITS;
            double rounded = Math.scalb(Math.rint(Math.scalb((double) number, -exponent)), exponent);
            return Math.abs(rounded) > LARGEST_HALF ? Math.copySign(Float.POSITIVE_INFINITY, number) : (float) rounded;
        }

        /** The nearest number of bfloat16, the even one of two. */
        public static float roundedToBrain(float number) {
            int bits = Float.floatToRawIntBits(number);
            return Float.isNaN(number) ? number
                    : Float.intBitsToFloat(bits + 0x7fff + (bits >>> Short.SIZE & 1) & 0xffff0000);
        }

        /** A number of bfloat16. */
        static float ofBrain(short bits) {
            return Float.intBitsToFloat(bits << Short.SIZE);
        }
    }

    /** The number with the fewest digits that single precision can't tell from this one: 0.1 for 0.100000001. */
    public static double shortest(double number) {
        return Double.parseDouble(Float.toString((float) number));
    }
}
