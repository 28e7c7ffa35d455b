// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.dl4j.compute;

import org.nd4j.linalg.api.ndarray.INDArray;

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
