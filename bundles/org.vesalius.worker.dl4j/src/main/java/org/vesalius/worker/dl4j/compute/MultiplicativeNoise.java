// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.dl4j.compute;

import org.nd4j.linalg.api.ndarray.INDArray;

/** Multiplies by random factors in training and does nothing in use. */
abstract class MultiplicativeNoise implements Computation {

    private static final String FACTORS = "factors";

    /** Shape of the factors for an input; axes of size 1 are repeated. */
    protected long[] factorShape(long[] input) {
        return input;
    }

    /** Fills an array with random factors from ND4J's generator. */
    protected abstract void draw(INDArray factors);

    @Override
    public final INDArray forward(INDArray input, Pass pass) {
        INDArray result = pass.result(input.dataType(), input.shape());
        if (!pass.training()) {
            return result.assign(input);
        }
        INDArray factors = pass.keepNew(FACTORS, input.dataType(), factorShape(input.shape()));
        draw(factors);
        return Elementwise.multiply(input, factors, result);
    }

    @Override
    public final INDArray backward(INDArray input, INDArray epsilon, Pass pass) {
        INDArray gradient = pass.inputGradient(epsilon.dataType(), epsilon.shape());
        return Elementwise.multiply(epsilon, pass.kept(FACTORS), gradient);
    }
}
