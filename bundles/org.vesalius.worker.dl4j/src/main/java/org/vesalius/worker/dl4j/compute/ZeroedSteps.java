// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.dl4j.compute;

import org.nd4j.linalg.api.ndarray.INDArray;

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
