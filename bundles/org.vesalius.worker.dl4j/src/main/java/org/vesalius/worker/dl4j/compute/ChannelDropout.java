// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.dl4j.compute;

import java.util.Arrays;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.random.impl.BernoulliDistribution;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Drops whole channels of a sample and scales the others up by 1/(1 − rate). Source: Tompson et al., arXiv:1411.4280.
 */
public final class ChannelDropout extends MultiplicativeNoise {

    private final double rate;

    /** @param rate share that is dropped, at least 0 and below 1 */
    public ChannelDropout(double rate) {
        this.rate = rate;
    }

    @Override
    protected long[] factorShape(long[] input) {
        long[] shape = input.clone();
        Arrays.fill(shape, 1, shape.length - 1, 1);
        return shape;
    }

    @Override
    protected void draw(INDArray factors) {
        Nd4j.getExecutioner().exec(new BernoulliDistribution(factors, 1 - rate));
        factors.divi(1 - rate);
    }
}
