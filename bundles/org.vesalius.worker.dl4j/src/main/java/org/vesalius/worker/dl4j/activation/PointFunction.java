// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.dl4j.activation;

import org.nd4j.linalg.api.ndarray.INDArray;

/** A function of each number by itself. Stateless. */
public interface PointFunction {

    /**
     * @param x any array; left unchanged
     * @return the function of each number, a new array
     */
    INDArray value(INDArray x);

    /**
     * @param x any array; left unchanged
     * @return the derivative at each number, a new array
     */
    INDArray derivative(INDArray x);
}
