// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset.number;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.vesalius.dataset.array.ElementType;

/**
 * How NumPy stores a number.
 *
 * @param kind {@code f}, {@code i}, {@code u} or {@code b} (true or false)
 * @param bytes of one number
 * @param order of its bytes
 */
record NpyType(char kind, int bytes, ByteOrder order) {
    /** Above this a whole number may have no place in single precision. */
    private static final long EXACT = 1L << 24;
    private static final double EXACT_DOUBLE = 1L << 53;

    /**
     * The type of a description such as {@code <f4}.
     *
     * @throws InvalidArrayException if it is none of numbers
     */
    static NpyType of(String description) throws InvalidArrayException {
        if (description.startsWith("|O") || description.startsWith("O")) {
            throw new InvalidArrayException("holds Python objects instead of numbers, which are never read");
        }
        if (!description.matches("[<>|=](f[248]|[iu][1248]|b1)")) {
            throw new InvalidArrayException("holds no plain numbers but the type '" + description + "' of NumPy");
        }
        ByteOrder order = description.charAt(0) == '>' ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
        return new NpyType(description.charAt(1), description.charAt(2) - '0', order);
    }

    /** Whether the bytes of its numbers are those of this type. */
    boolean isStoredAs(ElementType type) {
        return switch (type) {
            case U8 -> kind == 'u' && bytes == 1;
            case U16 -> kind == 'u' && bytes == 2;
            case I16 -> kind == 'i' && bytes == 2;
            case I32 -> kind == 'i' && bytes == 4;
            case F32 -> kind == 'f' && bytes == 4;
        };
    }

    /**
     * The next number.
     *
     * @throws InvalidArrayException if single precision can't hold it
     */
    float next(ByteBuffer from) throws InvalidArrayException {
        return switch (kind) {
            case 'f' -> bytes == 2 ? HalfPrecision.toFloat(from.getShort())
                    : bytes == 4 ? from.getFloat() : narrow(from.getDouble());
            case 'b' -> from.get() == 0 ? 0 : 1;
            default -> whole(integer(from));
        };
    }

    /** The next number as it would be written, with all of its digits. */
    String text(ByteBuffer from) throws InvalidArrayException {
        if (kind == 'i' || kind == 'u') {
            return Long.toString(integer(from));
        }
        if (kind == 'f' && bytes == 8) {
            double number = from.getDouble();
            return Double.isNaN(number) ? "" : whole(number) ? Long.toString((long) number) : Double.toString(number);
        }
        float number = next(from);
        return Float.isNaN(number) ? "" : whole(number) ? Long.toString((long) number) : Float.toString(number);
    }

    private static boolean whole(double number) {
        return number == Math.rint(number) && Math.abs(number) < EXACT_DOUBLE;
    }

    private long integer(ByteBuffer from) throws InvalidArrayException {
        boolean signed = kind == 'i';
        return switch (bytes) {
            case 1 -> signed ? from.get() : from.get() & 0xFF;
            case 2 -> signed ? from.getShort() : from.getShort() & 0xFFFF;
            case 4 -> signed ? from.getInt() : from.getInt() & 0xFFFFFFFFL;
            default -> {
                long value = from.getLong();
                if (!signed && value < 0) {
                    throw tooLarge();
                }
                yield value;
            }
        };
    }

    private static float whole(long value) throws InvalidArrayException {
        if (Math.abs(value) > EXACT && (long) (float) value != value) {
            throw tooLarge();
        }
        return value;
    }

    private static float narrow(double value) throws InvalidArrayException {
        if (Double.isFinite(value) && Float.isInfinite((float) value)) {
            throw new InvalidArrayException("holds a number that is too large for single precision");
        }
        return (float) value;
    }

    private static InvalidArrayException tooLarge() {
        return new InvalidArrayException("holds whole numbers that single precision can't tell apart");
    }
}
