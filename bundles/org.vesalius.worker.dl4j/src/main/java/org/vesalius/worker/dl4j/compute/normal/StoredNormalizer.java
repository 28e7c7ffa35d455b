// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.dl4j.compute.normal;

import java.util.List;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.ops.transforms.Transforms;
import org.vesalius.worker.dl4j.compute.Computation;
import org.vesalius.worker.dl4j.compute.Parameter;
import org.vesalius.worker.dl4j.compute.Parameter.Role;
import org.vesalius.worker.dl4j.compute.Pass;
import org.vesalius.worker.dl4j.compute.Rows;
import org.vesalius.worker.dl4j.initial.FixedValues.Constant;
import org.vesalius.worker.dl4j.initial.Initializer;

/**
 * Subtracts a stored mean from each channel and divides by the stored standard deviation, which counts as 10⁻⁷ at
 * least, as in Keras. Nothing of it is learned.
 */
public final class StoredNormalizer implements Computation {

    private static final String MEAN = "mean";
    private static final String VARIANCE = "variance";
    private static final String COUNT = "count";
    private static final double LEAST_DEVIATION = 1e-7;

    private final long channels;
    private final List<Parameter> parameters;

    /**
     * @param channels size of the last axis
     * @param mean gives the means
     * @param variance gives the variances
     */
    public StoredNormalizer(long channels, Initializer mean, Initializer variance) {
        this.channels = channels;
        parameters = List.of(Parameter.of(MEAN, Role.STATISTIC, mean, channels),
                Parameter.of(VARIANCE, Role.STATISTIC, variance, channels),
                Parameter.of(COUNT, Role.STATISTIC, new Constant(0)));
    }

    @Override
    public List<Parameter> parameters() {
        return parameters;
    }

    @Override
    public INDArray forward(INDArray input, Pass pass) {
        INDArray result = pass.result(input.dataType(), input.shape());
        INDArray rows = Rows.of(result, channels);
        Rows.subtract(Rows.of(input, channels), pass.parameter(MEAN), rows);
        Rows.multiply(rows, inverseDeviation(pass), rows);
        return result;
    }

    @Override
    public INDArray backward(INDArray input, INDArray epsilon, Pass pass) {
        parameters.forEach(parameter -> pass.gradient(parameter.name()).assign(0));
        INDArray gradient = pass.inputGradient(input.dataType(), input.shape());
        Rows.multiply(Rows.of(epsilon, channels), inverseDeviation(pass), Rows.of(gradient, channels));
        return gradient;
    }

    private static INDArray inverseDeviation(Pass pass) {
        return Transforms.max(Transforms.sqrt(pass.parameter(VARIANCE)), LEAST_DEVIATION, false).rdivi(1);
    }
}
