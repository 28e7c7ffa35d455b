// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.dl4j.activation;

import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.activations.BaseActivationFunction;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.ops.transforms.Transforms;

/** x − ln Σ eˣ over each row of a matrix, which DL4J lacks. */
public final class LogSoftmaxActivation extends BaseActivationFunction {

    private static final long serialVersionUID = 1L;

    /** In place, as DL4J's layers expect. */
    @Override
    public INDArray getActivation(INDArray in, boolean training) {
        // only exponentials of numbers up to 0 are taken
        in.subiColumnVector(in.max(true, 1));
        INDArray sum = Transforms.exp(in, true).sum(true, 1);
        return in.subiColumnVector(Transforms.log(sum, false));
    }

    /** ε − softmax(x)·Σ ε. */
    @Override
    public Pair<INDArray, INDArray> backprop(INDArray in, INDArray epsilon) {
        assertShape(in, epsilon);
        INDArray softmax = Transforms.exp(getActivation(in, true), false);
        return new Pair<>(softmax.muliColumnVector(epsilon.sum(true, 1)).rsubi(epsilon), null);
    }

    @Override
    public String toString() {
        return "log-softmax";
    }
}
