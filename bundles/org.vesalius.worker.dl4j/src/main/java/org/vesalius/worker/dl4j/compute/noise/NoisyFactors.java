// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.dl4j.compute.noise;

import java.util.Arrays;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.random.impl.BernoulliDistribution;
import org.nd4j.linalg.api.ops.random.impl.GaussianDistribution;
import org.nd4j.linalg.factory.Nd4j;
import org.vesalius.worker.dl4j.compute.Computation;
import org.vesalius.worker.dl4j.compute.Elementwise;
import org.vesalius.worker.dl4j.compute.Pass;

/** Random factors in training, of all numbers or of whole channels; nothing in use. */
public final class NoisyFactors {
    private NoisyFactors() {
    }

    /** Multiplies by random factors in training and does nothing in use. */
    private abstract static class MultiplicativeNoise implements Computation {

        private static final String FACTORS = "factors";

        /** Shape of the factors for an input; axes of size 1 are repeated. */
        protected long[] factorShape(long[] input) {
            return input;
        }

        /** Fills an array with random factors from ND4J's generator. */
        protected abstract void draw(INDArray factors);

        @Override
        public final INDArray forward(INDArray input, Pass pass) {
            INDArray result = pass.result(input.dataType(), input.shape());
            if (!pass.training()) {
                return result.assign(input);
            }
            INDArray factors = pass.keepNew(FACTORS, input.dataType(), factorShape(input.shape()));
            draw(factors);
            return Elementwise.multiply(input, factors, result);
        }

        @Override
        public final INDArray backward(INDArray input, INDArray epsilon, Pass pass) {
            INDArray gradient = pass.inputGradient(epsilon.dataType(), epsilon.shape());
            return Elementwise.multiply(epsilon, pass.kept(FACTORS), gradient);
        }
    }

    /**
     * Drops whole channels of a sample and scales the others up by 1/(1 − rate). Source: Tompson et al., arXiv:1411.4280.
     */
    public static final class ChannelDropout extends MultiplicativeNoise {

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

    /**
     * Multiplies by normal deviates of mean 1 and variance rate/(1 − rate). Source: Srivastava et al., JMLR 15 (2014),
     * section 10.
     */
    public static final class GaussianFactors extends MultiplicativeNoise {

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
}
