// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.dl4j.runtime;

import java.util.HashMap;
import java.util.Map;

import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * The native arrays that one input or target is copied into, one for each batch size met: there are two at most in a
 * training, the usual one and that of the last batch.
 */
public final class FeedArrays {

    private static final int MOST_SIZES = 4;

    private final long[] sampleShape;
    private final Map<Integer, INDArray> byRows = new HashMap<>();

    /** @param sampleShape sizes of the axes of one row, without the first axis */
    public FeedArrays(long... sampleShape) {
        this.sampleShape = sampleShape.clone();
    }

    /**
     * Copies values in.
     *
     * @param rows size of the first axis
     * @param values as many as the array holds, row-major
     * @return an array that stays as it is until the next call with as many rows
     */
    public INDArray fill(int rows, float[] values) {
        if (byRows.size() >= MOST_SIZES && !byRows.containsKey(rows)) {
            byRows.clear();
        }
        INDArray array = byRows.computeIfAbsent(rows, this::create);
        if (array.length() != values.length) {
            throw new IllegalArgumentException(values.length + " values for an array of " + array.length());
        }
        ArrayMemory.of(array).write(0, values, values.length);
        return array;
    }

    private INDArray create(int rows) {
        long[] shape = new long[sampleShape.length + 1];
        shape[0] = rows;
        System.arraycopy(sampleShape, 0, shape, 1, sampleShape.length);
        return Nd4j.createUninitialized(DataType.FLOAT, shape, 'c');
    }
}
