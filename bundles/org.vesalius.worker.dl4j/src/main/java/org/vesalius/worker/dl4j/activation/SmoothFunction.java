// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.dl4j.activation;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.impl.transforms.strict.Erf;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.ops.transforms.Transforms;

/** Smooth functions, written so that neither they nor their derivatives overflow. */
public enum SmoothFunction implements PointFunction {

    /** ln(1 + eˣ). */
    SOFTPLUS {

        @Override
        public INDArray value(INDArray x) {
            // Only the exponential of a number below 0 is taken.
            INDArray rest = Transforms.log1p(Transforms.exp(Transforms.abs(x).negi(), false), false);
            return rest.addi(Transforms.relu(x));
        }

        @Override
        public INDArray derivative(INDArray x) {
            return Transforms.sigmoid(x);
        }
    },

    /** x·σ(x). Source: Ramachandran et al., arXiv:1710.05941. */
    SWISH {

        @Override
        public INDArray value(INDArray x) {
            return Transforms.sigmoid(x).muli(x);
        }

        @Override
        public INDArray derivative(INDArray x) {
            INDArray sigmoid = Transforms.sigmoid(x);
            return sigmoid.rsub(1).muli(x).addi(1).muli(sigmoid);
        }
    },

    /** x·tanh(ln(1 + eˣ)). Source: Misra, arXiv:1908.08681. */
    MISH {

        @Override
        public INDArray value(INDArray x) {
            return Transforms.tanh(SOFTPLUS.value(x), false).muli(x);
        }

        @Override
        public INDArray derivative(INDArray x) {
            INDArray tanh = Transforms.tanh(SOFTPLUS.value(x), false);
            return tanh.mul(tanh).rsubi(1).muli(x).muli(Transforms.sigmoid(x)).addi(tanh);
        }
    },

    /** x·Φ(x) with the normal distribution Φ itself. Source: Hendrycks and Gimpel, arXiv:1606.08415. */
    GELU {

        @Override
        public INDArray value(INDArray x) {
            return normal(x).muli(x);
        }

        @Override
        public INDArray derivative(INDArray x) {
            INDArray density = Transforms.exp(x.mul(x).muli(-0.5), false).muli(1 / Math.sqrt(2 * Math.PI));
            return density.muli(x).addi(normal(x));
        }

        private INDArray normal(INDArray x) {
            INDArray scaled = x.mul(Math.sqrt(0.5));
            return Nd4j.getExecutioner().exec(new Erf(scaled, scaled)).addi(1).muli(0.5);
        }
    },

    /** eˣ. */
    EXPONENTIAL {

        @Override
        public INDArray value(INDArray x) {
            return Transforms.exp(x);
        }

        @Override
        public INDArray derivative(INDArray x) {
            return Transforms.exp(x);
        }
    }
}
