// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.dl4j.runtime;

import java.lang.ref.Reference;
import java.util.Objects;

import org.bytedeco.javacpp.FloatPointer;
import org.nd4j.linalg.api.buffer.DataBuffer;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * The numbers of an array, row-major, in native memory: the one place that reads and writes them. A pointer into an
 * array keeps nothing alive, and ND4J frees the memory as soon as the collector finds its owner unreachable, be it in
 * the middle of a copy. So the owner is held here until each access is over.
 */
public final class ArrayMemory {

    private static final int CHUNK = 1 << 16;

    private final DataBuffer owner;

    private ArrayMemory(DataBuffer owner) {
        this.owner = owner;
    }

    /** A copy of all numbers, row-major, whatever the array's order and type. */
    public static float[] floats(INDArray array) {
        DataBuffer copy = array.dup('c').data();
        try {
            return copy.asFloat();
        } finally {
            Reference.reachabilityFence(copy);
        }
    }

    /** As {@link #floats}, in double precision. */
    public static double[] doubles(INDArray array) {
        DataBuffer copy = array.dup('c').data();
        try {
            return copy.asDouble();
        } finally {
            Reference.reachabilityFence(copy);
        }
    }

    /**
     * The numbers of a copy of an array: what happens to the array doesn't show in them.
     *
     * @param array of single precision, in any order
     */
    public static ArrayMemory copyOf(INDArray array) {
        return of(array.dup('c'));
    }

    /**
     * The numbers of an array itself.
     *
     * @param array of single precision, made row-major and whole, so not a view of another
     */
    public static ArrayMemory of(INDArray array) {
        if (array.dataType() != DataType.FLOAT || array.isView() || array.ordering() != 'c') {
            throw new IllegalArgumentException("not a whole row-major array of single precision");
        }
        return new ArrayMemory(array.data());
    }

    /** How many numbers there are. */
    public long length() {
        return owner.length();
    }

    /** Copies numbers, beginning with number {@code start}, to the beginning of {@code values}. */
    public void read(long start, float[] values, int count) {
        check(start, values, count);
        try {
            new FloatPointer(owner.pointer()).position(start).get(values, 0, count);
        } finally {
            Reference.reachabilityFence(owner);
        }
    }

    /** Whether all are finite. */
    public boolean isFinite() {
        float[] values = new float[CHUNK];
        for (long start = 0; start < length(); start += CHUNK) {
            int count = (int) Math.min(CHUNK, length() - start);
            read(start, values, count);
            float sum = 0;
            for (int i = 0; i < count; i++) {
                // what isn't finite makes NaN of it, all else makes zero
                sum += values[i] * 0;
            }
            if (sum != 0) {
                return false;
            }
        }
        return true;
    }

    /** Puts the first numbers of {@code values} in, beginning with number {@code start}. */
    public void write(long start, float[] values, int count) {
        check(start, values, count);
        try {
            new FloatPointer(owner.pointer()).position(start).put(values, 0, count);
        } finally {
            Reference.reachabilityFence(owner);
        }
    }

    /** Memory outside the heap has no bounds of its own. */
    private void check(long start, float[] values, int count) {
        Objects.checkFromIndexSize(0, count, values.length);
        Objects.checkFromIndexSize(start, count, length());
    }
}
