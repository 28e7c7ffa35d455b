// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.dl4j.compute.sequence;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.vesalius.worker.dl4j.compute.Computation;
import org.vesalius.worker.dl4j.compute.Elementwise;
import org.vesalius.worker.dl4j.compute.Pass;

/** Steps of sequences that do not count: all their numbers are of one value. */
public final class StepMasks {
    private StepMasks() {
    }

    /**
     * Which steps of sequences count: 0 where every feature has a given value, 1 elsewhere. {@code [samples, time, features]}
     * gives {@code [samples, time]}; no gradient flows back.
     *
     * @param value what marks a step that does not count
     */
    public record StepMask(double value) implements Computation {

        @Override
        public INDArray forward(INDArray input, Pass pass) {
            return pass.result(input.dataType(), input.size(0), input.size(1)).assign(of(input));
        }

        @Override
        public INDArray backward(INDArray input, INDArray epsilon, Pass pass) {
            return pass.inputGradient(input.dataType(), input.shape()).assign(0);
        }

        /** The mask, a new array. */
        INDArray of(INDArray input) {
            return input.neq(value).castTo(input.dataType()).max(2);
        }
    }

    /**
     * Sequences {@code [samples, time, features]} with zeros in the steps that do not count, as Keras's Masking gives them.
     *
     * @param value what marks a step that does not count, in every feature
     */
    public record ZeroedSteps(double value) implements Computation {

        @Override
        public INDArray forward(INDArray input, Pass pass) {
            return counted(input, input, pass.result(input.dataType(), input.shape()));
        }

        @Override
        public INDArray backward(INDArray input, INDArray epsilon, Pass pass) {
            return counted(input, epsilon, pass.inputGradient(input.dataType(), input.shape()));
        }

        private INDArray counted(INDArray input, INDArray array, INDArray result) {
            INDArray mask = new StepMask(value).of(input);
            return Elementwise.multiply(array, mask.reshape('c', input.size(0), input.size(1), 1), result);
        }
    }
}
