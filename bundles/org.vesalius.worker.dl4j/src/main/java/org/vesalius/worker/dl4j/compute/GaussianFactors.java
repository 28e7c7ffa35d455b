// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.dl4j.compute;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.random.impl.GaussianDistribution;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Multiplies by normal deviates of mean 1 and variance rate/(1 − rate). Source: Srivastava et al., JMLR 15 (2014),
 * section 10.
 */
public final class GaussianFactors extends MultiplicativeNoise {

    private final double deviation;

    /** @param rate at least 0 and below 1 */
    public GaussianFactors(double rate) {
        deviation = Math.sqrt(rate / (1 - rate));
    }

    @Override
    protected void draw(INDArray factors) {
        Nd4j.getExecutioner().exec(new GaussianDistribution(factors, 1, deviation));
    }
}
