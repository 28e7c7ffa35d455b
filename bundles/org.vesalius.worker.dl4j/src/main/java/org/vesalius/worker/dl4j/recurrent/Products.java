// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.dl4j.recurrent;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Products of matrices that are written into row-major arrays without a copy. */
final class Products {

    private Products() {
    }

    /**
     * Writes a·b, or adds it to what is there.
     *
     * @param a a matrix
     * @param turnA whether it is transposed first
     * @param b a matrix
     * @param turnB whether it is transposed first
     * @param result row-major without gaps
     * @param add whether what is there stays
     */
    static void multiply(INDArray a, boolean turnA, INDArray b, boolean turnB, INDArray result, boolean add) {
        // BLAS writes columns, so the transposed product is written to the transposed view.
        Nd4j.gemm(b, a, result.transpose(), !turnB, !turnA, 1, add ? 1 : 0);
    }
}
