// SPDX-License-Identifier: EPL-2.0
package org.vesalius.dataset.volume;

import org.vesalius.dataset.array.ArrayDescription;
import org.vesalius.dataset.array.TypedArray;
import org.vesalius.dataset.pixel.UnreadableImageException;

/** Takes the values of an array one by one, each in the type of the array. */
public interface ArrayTarget {
    /**
     * Puts a value.
     *
     * @throws UnreadableImageException if it is a whole number that the type doesn't hold
     */
    void put(int place, double value) throws UnreadableImageException;

    /** The array, when all values are there. */
    TypedArray array(ArrayDescription description);

    /** One for arrays like this. */
    static ArrayTarget of(ArrayDescription description) {
        int length = description.length();
        return switch (description.type()) {
            case U8 -> new BytesTarget(new byte[length]);
            case I16, U16 -> new ShortsTarget(new short[length]);
            case I32 -> new IntsTarget(new int[length]);
            case F32 -> new FloatsTarget(new float[length]);
        };
    }
}

/** Values of one type. */
record BytesTarget(byte[] own) implements ArrayTarget {
    @Override
    public void put(int place, double value) {
        own[place] = (byte) (int) value;
    }

    @Override
    public TypedArray array(ArrayDescription description) {
        return TypedArray.of(description, own);
    }
}

/** Values of one type. */
record ShortsTarget(short[] own) implements ArrayTarget {
    @Override
    public void put(int place, double value) {
        own[place] = (short) (int) value;
    }

    @Override
    public TypedArray array(ArrayDescription description) {
        return TypedArray.of(description, own);
    }
}

/** Values of one type. */
record IntsTarget(int[] own) implements ArrayTarget {
    @Override
    public void put(int place, double value) throws UnreadableImageException {
        own[place] = (int) value;
        if (own[place] != value) {
            throw new UnreadableImageException("holds whole numbers beyond ±2147483647, which are not kept exactly; if they are"
                    + " brightnesses, store them as 32-bit floats");
        }
    }

    @Override
    public TypedArray array(ArrayDescription description) {
        return TypedArray.of(description, own);
    }
}

/** Values of one type. */
record FloatsTarget(float[] own) implements ArrayTarget {
    @Override
    public void put(int place, double value) {
        own[place] = (float) value;
    }

    @Override
    public TypedArray array(ArrayDescription description) {
        return TypedArray.of(description, own);
    }
}
