// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.dl4j.activation;

import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.activations.BaseActivationFunction;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.ops.transforms.Transforms;

/** f(x) = x·tanh(ln(1 + eˣ)). Source: Misra, arXiv:1908.08681. */
public final class Mish extends BaseActivationFunction {

    private static final long serialVersionUID = 1L;

    @Override
    public INDArray getActivation(INDArray in, boolean training) {
        return in.muli(bounded(in));
    }

    @Override
    public Pair<INDArray, INDArray> backprop(INDArray in, INDArray epsilon) {
        assertShape(in, epsilon);
        INDArray bounded = bounded(in);
        INDArray slope = bounded.mul(bounded).rsubi(1).muli(Transforms.sigmoid(in, true)).muli(in);
        return new Pair<>(slope.addi(bounded).muli(epsilon), null);
    }

    /** tanh of the softplus, between 0 and 1. */
    private static INDArray bounded(INDArray in) {
        return Transforms.tanh(Transforms.softPlus(in, true), false);
    }

    @Override
    public String toString() {
        return "mish";
    }
}
