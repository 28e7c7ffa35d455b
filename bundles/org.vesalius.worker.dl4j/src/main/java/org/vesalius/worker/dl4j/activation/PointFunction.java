// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.dl4j.activation;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.ops.transforms.Transforms;

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

    /**
     * x for x &gt; 0, α·(eˣ − 1) otherwise. ND4J's own gives the derivative for α = 1 whatever α is. Source: Clevert et al.,
     * arXiv:1511.07289.
     *
     * @param alpha what the function tends to far below 0, negated
     */
    record ExponentialLinear(double alpha) implements PointFunction {

        @Override
        public INDArray value(INDArray x) {
            INDArray below = Transforms.expm1(Transforms.min(x, 0), false).muli(alpha);
            return below.addi(Transforms.relu(x));
        }

        @Override
        public INDArray derivative(INDArray x) {
            INDArray above = x.gt(0).castTo(x.dataType());
            return Transforms.exp(Transforms.min(x, 0), false).muli(alpha).muli(above.rsub(1)).addi(above);
        }
    }
}
