// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.dl4j.activation;

import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.activations.BaseActivationFunction;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.impl.transforms.strict.Erf;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.ops.transforms.Transforms;

/**
 * f(x) = x·Φ(x) with the normal distribution Φ itself, as Keras and PyTorch compute it; DL4J has approximations only,
 * which are off by up to 0.02. Source: Hendrycks and Gimpel, arXiv:1606.08415.
 */
public final class Gelu extends BaseActivationFunction {

    private static final long serialVersionUID = 1L;
    private static final double ROOT_OF_TWO = StrictMath.sqrt(2);
    private static final double DENSITY_AT_ZERO = 1 / StrictMath.sqrt(2 * Math.PI);

    @Override
    public INDArray getActivation(INDArray in, boolean training) {
        return in.muli(distribution(in));
    }

    @Override
    public Pair<INDArray, INDArray> backprop(INDArray in, INDArray epsilon) {
        assertShape(in, epsilon);
        INDArray density = Transforms.exp(in.mul(in).muli(-0.5), false).muli(DENSITY_AT_ZERO);
        return new Pair<>(distribution(in).addi(density.muli(in)).muli(epsilon), null);
    }

    private static INDArray distribution(INDArray in) {
        return Nd4j.getExecutioner().exec(new Erf(in.div(ROOT_OF_TWO))).addi(1).muli(0.5);
    }

    @Override
    public String toString() {
        return "gelu";
    }
}
