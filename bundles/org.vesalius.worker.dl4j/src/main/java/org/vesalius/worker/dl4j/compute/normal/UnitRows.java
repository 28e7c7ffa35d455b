// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.dl4j.compute.normal;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.ops.transforms.Transforms;
import org.vesalius.worker.dl4j.compute.Rows;

/** Rows that are brought to mean 0 and variance 1, each by itself. */
final class UnitRows {

    private UnitRows() {
    }

    /**
     * Writes x̂ = (x − mean)/σ to the rows.
     *
     * @param epsilon what is added to the variance
     * @return 1/σ of each row, as a column
     */
    static INDArray normalise(INDArray rows, double epsilon) {
        rows.subiColumnVector(rows.mean(true, 1));
        INDArray variance = rows.mul(rows).mean(true, 1);
        INDArray inverse = Transforms.sqrt(variance.addi(epsilon), false).rdivi(1);
        rows.muliColumnVector(inverse);
        return inverse;
    }

    /**
     * The gradient by x: (δ − mean of δ − x̂·mean of δ·x̂)/σ.
     *
     * @param unit x̂; overwritten with the result
     * @param delta the gradient δ by x̂; overwritten
     * @param inverse 1/σ of each row
     * @return the rows {@code unit}
     */
    static INDArray back(INDArray unit, INDArray delta, INDArray inverse) {
        INDArray share = unit.mul(delta).mean(true, 1);
        delta.subiColumnVector(delta.mean(true, 1));
        return unit.muliColumnVector(share).rsubi(delta).muliColumnVector(inverse);
    }
}
