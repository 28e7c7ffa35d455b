// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset.array;

import java.nio.ByteBuffer;
import java.util.Objects;

/**
 * An array in memory, its numbers in their own type and row-major (the last axis varies fastest).
 *
 * <p>For speed the values are shared, not copied: whoever makes an array gives its values away, and whoever gets one
 * only reads.
 */
public final class TypedArray {
    private final ArrayDescription description;
    private final Values values;

    private TypedArray(ArrayDescription description, Values values, int length) {
        this.description = Objects.requireNonNull(description, "description");
        this.values = values;
        if (length != description.length()) {
            throw new IllegalArgumentException(length + " values for an array of " + description.display());
        }
    }

    /**
     * An array of bytes ({@link ElementType#U8}).
     *
     * @throws IllegalArgumentException if number or type of the values is another than described
     */
    public static TypedArray of(ArrayDescription description, byte[] values) {
        require(description, ElementType.U8);
        return new TypedArray(description, new Bytes(values), values.length);
    }

    /**
     * An array of 16-bit numbers ({@link ElementType#I16} or, read without sign, {@link ElementType#U16}).
     *
     * @throws IllegalArgumentException if number or type of the values is another than described
     */
    public static TypedArray of(ArrayDescription description, short[] values) {
        if (description.type() == ElementType.U16) {
            return new TypedArray(description, new UnsignedShorts(values), values.length);
        }
        require(description, ElementType.I16);
        return new TypedArray(description, new Shorts(values), values.length);
    }

    /**
     * An array of 32-bit numbers ({@link ElementType#I32}).
     *
     * @throws IllegalArgumentException if number or type of the values is another than described
     */
    public static TypedArray of(ArrayDescription description, int[] values) {
        require(description, ElementType.I32);
        return new TypedArray(description, new Ints(values), values.length);
    }

    /**
     * An array of numbers in single precision. Those of another type than {@link ElementType#F32} are kept as they come
     * and have to be such as the type holds.
     *
     * @throws IllegalArgumentException if the number of the values is another than described
     */
    public static TypedArray of(ArrayDescription description, float[] values) {
        return new TypedArray(description, new Floats(values, description.type()), values.length);
    }

    private static void require(ArrayDescription description, ElementType type) {
        if (description.type() != type) {
            throw new IllegalArgumentException("values of type " + type.text() + " for an array of " + description.display());
        }
    }

    /** What the array holds. */
    public ArrayDescription description() {
        return description;
    }

    /** How many values there are. */
    public int length() {
        return description.length();
    }

    /** A value; every type fits into double precision without loss. */
    public double value(int index) {
        return values.at(index);
    }

    /** All values in single precision: without loss but for {@link ElementType#I32} beyond ±2²⁴. May be shared. */
    public float[] floats() {
        return values.floats();
    }

    /** Whether a value is NaN or infinite. */
    public boolean holdsNoNumber() {
        if (description.type().whole()) {
            return false;
        }
        for (float value : values.floats()) {
            if (!Float.isFinite(value)) {
                return true;
            }
        }
        return false;
    }

    /** Appends all values to a buffer, in its order of bytes, each in its own type. */
    public void putInto(ByteBuffer buffer) {
        values.put(buffer);
    }

    /**
     * Takes the next values of a buffer, as {@link #putInto} wrote them.
     *
     * @throws java.nio.BufferUnderflowException if there are too few
     */
    public static TypedArray takeFrom(ByteBuffer buffer, ArrayDescription description) {
        int length = description.length();
        return switch (description.type()) {
            case U8 -> {
                byte[] bytes = new byte[length];
                buffer.get(bytes);
                yield of(description, bytes);
            }
            case I16, U16 -> {
                short[] shorts = new short[length];
                buffer.asShortBuffer().get(shorts);
                yield of(description, advanced(buffer, description, shorts));
            }
            case I32 -> {
                int[] ints = new int[length];
                buffer.asIntBuffer().get(ints);
                yield of(description, advanced(buffer, description, ints));
            }
            case F32 -> {
                float[] floats = new float[length];
                buffer.asFloatBuffer().get(floats);
                yield of(description, advanced(buffer, description, floats));
            }
        };
    }

    private static <T> T advanced(ByteBuffer buffer, ArrayDescription description, T values) {
        buffer.position(buffer.position() + (int) description.bytes());
        return values;
    }

    /** The same values otherwise described, such as with an axis of size 1 more; as many and of the same type. */
    public TypedArray described(ArrayDescription other) {
        require(other, description.type());
        return new TypedArray(other, values, length());
    }

    /** Without the values, which may be a patient's. */
    @Override
    public String toString() {
        return "TypedArray[" + description.display() + "]";
    }

    /** Numbers of one type. */
    private interface Values {
        double at(int index);

        float[] floats();

        void put(ByteBuffer buffer);
    }

    private record Bytes(byte[] own) implements Values {
        @Override
        public double at(int index) {
            return own[index] & 0xFF;
        }

        @Override
        public float[] floats() {
            float[] all = new float[own.length];
            for (int i = 0; i < all.length; i++) {
                all[i] = own[i] & 0xFF;
            }
            return all;
        }

        @Override
        public void put(ByteBuffer buffer) {
            buffer.put(own);
        }
    }

    private record Shorts(short[] own) implements Values {
        @Override
        public double at(int index) {
            return own[index];
        }

        @Override
        public float[] floats() {
            float[] all = new float[own.length];
            for (int i = 0; i < all.length; i++) {
                all[i] = own[i];
            }
            return all;
        }

        @Override
        public void put(ByteBuffer buffer) {
            buffer.asShortBuffer().put(own);
            buffer.position(buffer.position() + own.length * Short.BYTES);
        }
    }

    private record UnsignedShorts(short[] own) implements Values {
        @Override
        public double at(int index) {
            return own[index] & 0xFFFF;
        }

        @Override
        public float[] floats() {
            float[] all = new float[own.length];
            for (int i = 0; i < all.length; i++) {
                all[i] = own[i] & 0xFFFF;
            }
            return all;
        }

        @Override
        public void put(ByteBuffer buffer) {
            new Shorts(own).put(buffer);
        }
    }

    private record Ints(int[] own) implements Values {
        @Override
        public double at(int index) {
            return own[index];
        }

        @Override
        public float[] floats() {
            float[] all = new float[own.length];
            for (int i = 0; i < all.length; i++) {
                all[i] = own[i];
            }
            return all;
        }

        @Override
        public void put(ByteBuffer buffer) {
            buffer.asIntBuffer().put(own);
            buffer.position(buffer.position() + own.length * Integer.BYTES);
        }
    }

    private record Floats(float[] own, ElementType type) implements Values {
        @Override
        public double at(int index) {
            return own[index];
        }

        @Override
        public float[] floats() {
            return own;
        }

        @Override
        public void put(ByteBuffer buffer) {
            for (float value : own) {
                switch (type) {
                    case U8 -> buffer.put((byte) Math.round(value));
                    case I16, U16 -> buffer.putShort((short) Math.round(value));
                    case I32 -> buffer.putInt(Math.round(value));
                    case F32 -> buffer.putFloat(value);
                }
            }
        }
    }
}
