// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.dl4j.compute.noise;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.random.impl.BernoulliDistribution;
import org.nd4j.linalg.factory.Nd4j;
import org.vesalius.worker.dl4j.compute.Computation;
import org.vesalius.worker.dl4j.compute.Pass;

/**
 * Alpha dropout: sets numbers to what SELU gives far below 0, then scales and shifts so that mean and variance stay
 * as they were. Source: Klambauer et al., arXiv:1706.02515, section 3.
 */
public final class SelfNormalizingDropout implements Computation {

    /** −λ·α of SELU. */
    private static final double DROPPED = -1.0507009873554804934193349852946 * 1.6732632423543772848170429916717;
    private static final String SLOPES = "slopes";

    private final double rate;

    /** @param rate share that is dropped, at least 0 and below 1 */
    public SelfNormalizingDropout(double rate) {
        this.rate = rate;
    }

    @Override
    public INDArray forward(INDArray input, Pass pass) {
        INDArray result = pass.result(input.dataType(), input.shape());
        if (!pass.training()) {
            return result.assign(input);
        }
        INDArray slopes = pass.keepNew(SLOPES, input.dataType(), input.shape());
        Nd4j.getExecutioner().exec(new BernoulliDistribution(slopes, 1 - rate));
        double scale = 1 / Math.sqrt((1 - rate) * (1 + rate * DROPPED * DROPPED));
        double shift = -scale * DROPPED * rate;
        // scale·(x·kept + dropped·(1 − kept)) + shift
        result.assign(slopes).rsubi(1).muli(scale * DROPPED).addi(shift);
        slopes.muli(scale);
        return result.addi(slopes.mul(input));
    }

    @Override
    public INDArray backward(INDArray input, INDArray epsilon, Pass pass) {
        INDArray gradient = pass.inputGradient(epsilon.dataType(), epsilon.shape());
        return gradient.assign(epsilon).muli(pass.kept(SLOPES));
    }
}
