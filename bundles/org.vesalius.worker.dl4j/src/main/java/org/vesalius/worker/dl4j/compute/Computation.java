// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.dl4j.compute;

import java.util.List;

import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * A differentiable computation over one array, with or without parameters. It belongs to one graph and holds no state
 * between calls; what the way back needs of the way forth is kept in the {@link Pass}.
 *
 * <p>Arrays are {@code [samples, …]}, row-major without gaps, on the way in and on the way out. Inputs and gradients
 * that are handed in are left unchanged.
 */
public interface Computation {

    /** Its parameters, in the order in which they are stored; none by default. */
    default List<Parameter> parameters() {
        return List.of();
    }

    /**
     * Computes the result.
     *
     * @param input what flows in
     * @param pass parameters, and where the result is to be allocated
     * @return the result, made by {@link Pass#result}
     */
    INDArray forward(INDArray input, Pass pass);

    /**
     * Computes the gradients, after {@link #forward} with the same input in training. The gradient of every parameter
     * is written in full.
     *
     * @param input what flowed in
     * @param epsilon gradient of the loss with respect to the result
     * @param pass parameters, their gradients, and where the gradient of the input is to be allocated
     * @return gradient of the loss with respect to the input, made by {@link Pass#inputGradient}
     */
    INDArray backward(INDArray input, INDArray epsilon, Pass pass);
}
