// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.dl4j.activation;

import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.activations.BaseActivationFunction;
import org.nd4j.linalg.api.ndarray.INDArray;

/** A {@link PointFunction} as DL4J takes it. */
public final class PointActivation extends BaseActivationFunction {

    private static final long serialVersionUID = 1L;

    private final transient PointFunction function;

    /** @param function the function */
    public PointActivation(PointFunction function) {
        this.function = function;
    }

    /** In place, as DL4J's layers expect. */
    @Override
    public INDArray getActivation(INDArray in, boolean training) {
        return in.assign(function.value(in));
    }

    @Override
    public Pair<INDArray, INDArray> backprop(INDArray in, INDArray epsilon) {
        assertShape(in, epsilon);
        return new Pair<>(in.assign(function.derivative(in).muli(epsilon)), null);
    }

    @Override
    public String toString() {
        return function.toString();
    }
}
