// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.dl4j.compute;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.impl.broadcast.BroadcastAddOp;
import org.nd4j.linalg.api.ops.impl.broadcast.BroadcastMulOp;
import org.nd4j.linalg.api.ops.impl.broadcast.BroadcastSubOp;
import org.nd4j.linalg.factory.Nd4j;

/** Contiguous arrays as rows of equal length, and vectors that meet each row. */
public final class Rows {

    private Rows() {
    }

    /** A view of an array as rows of a length. */
    public static INDArray of(INDArray array, long length) {
        return array.reshape('c', array.length() / length, length);
    }

    /**
     * The sum of all rows.
     *
     * @param array contiguous; its first axis is the samples
     * @param length length of a row
     * @return {@code [length]}
     */
    public static INDArray sum(INDArray array, long length) {
        // First over the samples, then over the places of one: shorter sums are more exact in single precision.
        long samples = array.size(0);
        INDArray places = ones(array, samples).mmul(array.reshape('c', samples, array.length() / samples));
        INDArray rows = of(places, length);
        return ones(array, rows.size(0)).mmul(rows).reshape(length);
    }

    /** Writes rows − vector to {@code result}, which may be the rows. */
    public static INDArray subtract(INDArray rows, INDArray vector, INDArray result) {
        return Nd4j.getExecutioner().exec(new BroadcastSubOp(rows, vector, result, 1));
    }

    /** Writes rows + vector to {@code result}, which may be the rows. */
    public static INDArray add(INDArray rows, INDArray vector, INDArray result) {
        return Nd4j.getExecutioner().exec(new BroadcastAddOp(rows, vector, result, 1));
    }

    /** Writes rows·vector to {@code result}, which may be the rows. */
    public static INDArray multiply(INDArray rows, INDArray vector, INDArray result) {
        return Nd4j.getExecutioner().exec(new BroadcastMulOp(rows, vector, result, 1));
    }

    private static INDArray ones(INDArray like, long count) {
        return Nd4j.ones(like.dataType(), 1, count);
    }
}
