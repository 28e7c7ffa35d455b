// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.dl4j.compute.normal;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.ops.transforms.Transforms;
import org.vesalius.worker.dl4j.compute.Computation;
import org.vesalius.worker.dl4j.compute.Pass;
import org.vesalius.worker.dl4j.compute.Rows;

/**
 * Brings each vector along the last axis to length 1; a squared length below 10⁻¹² counts as that, as in Keras.
 */
public final class UnitLength implements Computation {

    private static final double LEAST_SQUARE = 1e-12;

    @Override
    public INDArray forward(INDArray input, Pass pass) {
        INDArray result = pass.result(input.dataType(), input.shape());
        unit(input, rows(result));
        return result;
    }

    @Override
    public INDArray backward(INDArray input, INDArray epsilon, Pass pass) {
        INDArray gradient = pass.inputGradient(input.dataType(), input.shape());
        INDArray unit = rows(gradient);
        INDArray squares = squares(input);
        INDArray inverse = unit(input, unit);
        // (ε − u·(u·ε))/length; where the length is held at its least, u does not move it
        INDArray along = unit.mul(rows(epsilon)).sum(true, 1);
        along.muli(squares.gt(LEAST_SQUARE).castTo(input.dataType()));
        unit.muliColumnVector(along).rsubi(rows(epsilon)).muliColumnVector(inverse);
        return gradient;
    }

    private static INDArray unit(INDArray input, INDArray result) {
        INDArray inverse = Transforms.sqrt(Transforms.max(squares(input), LEAST_SQUARE, false), false).rdivi(1);
        result.assign(rows(input)).muliColumnVector(inverse);
        return inverse;
    }

    private static INDArray squares(INDArray input) {
        INDArray rows = rows(input);
        return rows.mul(rows).sum(true, 1);
    }

    private static INDArray rows(INDArray array) {
        return Rows.of(array, array.size(array.rank() - 1));
    }
}
