// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.dl4j.compute.array;

import java.util.List;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.vesalius.worker.dl4j.compute.Computation;
import org.vesalius.worker.dl4j.compute.Parameter;
import org.vesalius.worker.dl4j.compute.Parameter.Role;
import org.vesalius.worker.dl4j.compute.Pass;
import org.vesalius.worker.dl4j.compute.Rows;
import org.vesalius.worker.dl4j.initial.FixedValues.Constant;

/** Adds a learned number to each channel; it starts at 0. */
public final class ChannelBias implements Computation {

    private static final String BIAS = "bias";

    private final long channels;

    /** @param channels size of the last axis */
    public ChannelBias(long channels) {
        this.channels = channels;
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(Parameter.of(BIAS, Role.BIAS, new Constant(0), channels));
    }

    @Override
    public INDArray forward(INDArray input, Pass pass) {
        INDArray result = pass.result(input.dataType(), input.shape());
        Rows.add(Rows.of(input, channels), pass.parameter(BIAS), Rows.of(result, channels));
        return result;
    }

    @Override
    public INDArray backward(INDArray input, INDArray epsilon, Pass pass) {
        pass.gradient(BIAS).assign(Rows.sum(epsilon, channels));
        return pass.inputGradient(epsilon.dataType(), epsilon.shape()).assign(epsilon);
    }
}
