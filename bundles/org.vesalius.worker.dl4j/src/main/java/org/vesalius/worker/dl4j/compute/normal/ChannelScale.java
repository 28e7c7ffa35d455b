// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.dl4j.compute.normal;

import java.util.ArrayList;
import java.util.List;

import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.vesalius.worker.dl4j.compute.Parameter;
import org.vesalius.worker.dl4j.compute.Parameter.Role;
import org.vesalius.worker.dl4j.compute.Pass;
import org.vesalius.worker.dl4j.initial.FixedValues.Constant;

/**
 * What batch and layer normalisation end with: a learned factor γ and a learned addend β for each channel, or one of
 * them, or neither.
 *
 * @param channels number of channels
 * @param scale whether there is a γ; it starts at 1
 * @param center whether there is a β; it starts at 0
 */
record ChannelScale(long channels, boolean scale, boolean center) {

    private static final String GAMMA = "gamma";
    private static final String BETA = "beta";

    List<Parameter> parameters() {
        List<Parameter> parameters = new ArrayList<>();
        if (scale) {
            parameters.add(Parameter.of(GAMMA, Role.FREE, new Constant(1), channels));
        }
        if (center) {
            parameters.add(Parameter.of(BETA, Role.FREE, new Constant(0), channels));
        }
        return parameters;
    }

    /** γ, or ones. */
    INDArray gamma(DataType type, Pass pass) {
        return scale ? pass.parameter(GAMMA) : Nd4j.ones(type, channels);
    }

    /** β, or zeros. */
    INDArray beta(DataType type, Pass pass) {
        return center ? pass.parameter(BETA) : Nd4j.zeros(type, channels);
    }

    /** Notes the gradients of those that there are. */
    void setGradients(INDArray ofGamma, INDArray ofBeta, Pass pass) {
        if (scale) {
            pass.gradient(GAMMA).assign(ofGamma);
        }
        if (center) {
            pass.gradient(BETA).assign(ofBeta);
        }
    }
}
