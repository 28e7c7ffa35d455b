// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.dl4j.compute;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.DynamicCustomOp;
import org.nd4j.linalg.factory.Nd4j;

/** Arithmetic number by number, where an axis of size 1 is repeated as often as needed. */
public final class Elementwise {

    private Elementwise() {
    }

    /** Writes a·b to {@code result}, which may be one of them. */
    public static INDArray multiply(INDArray a, INDArray b, INDArray result) {
        Nd4j.exec(DynamicCustomOp.builder("multiply").addInputs(a, b).addOutputs(result).build());
        return result;
    }

    /** Writes a + b to {@code result}, which may be one of them. */
    public static INDArray add(INDArray a, INDArray b, INDArray result) {
        Nd4j.exec(DynamicCustomOp.builder("add").addInputs(a, b).addOutputs(result).build());
        return result;
    }

    /** The sum over all axes along which an array of this shape is repeated. */
    public static INDArray sumTo(long[] shape, INDArray array) {
        int[] axes = java.util.stream.IntStream.range(0, shape.length)
                .filter(axis -> shape[axis] == 1 && array.size(axis) > 1).toArray();
        return axes.length == 0 ? array : array.sum(axes).reshape('c', shape);
    }
}
