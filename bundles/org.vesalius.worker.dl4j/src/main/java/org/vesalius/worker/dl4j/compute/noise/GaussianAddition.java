// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.dl4j.compute.noise;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.random.impl.GaussianDistribution;
import org.nd4j.linalg.factory.Nd4j;
import org.vesalius.worker.dl4j.compute.Computation;
import org.vesalius.worker.dl4j.compute.Pass;

/** Adds normal deviates of mean 0 in training and does nothing in use. */
public final class GaussianAddition implements Computation {

    private final double deviation;

    /** @param deviation standard deviation of what is added */
    public GaussianAddition(double deviation) {
        this.deviation = deviation;
    }

    @Override
    public INDArray forward(INDArray input, Pass pass) {
        INDArray result = pass.result(input.dataType(), input.shape());
        if (!pass.training()) {
            return result.assign(input);
        }
        Nd4j.getExecutioner().exec(new GaussianDistribution(result, 0, deviation));
        return result.addi(input);
    }

    @Override
    public INDArray backward(INDArray input, INDArray epsilon, Pass pass) {
        return pass.inputGradient(epsilon.dataType(), epsilon.shape()).assign(epsilon);
    }
}
