// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.dl4j.compute.normal;

import java.util.ArrayList;
import java.util.List;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.ops.transforms.Transforms;
import org.vesalius.worker.dl4j.compute.Computation;
import org.vesalius.worker.dl4j.compute.Parameter;
import org.vesalius.worker.dl4j.compute.Parameter.Role;
import org.vesalius.worker.dl4j.compute.Pass;
import org.vesalius.worker.dl4j.compute.Rows;
import org.vesalius.worker.dl4j.initial.FixedValues.Constant;

/**
 * Brings each channel to mean 0 and variance 1 over all samples and places of the batch, in use by running averages;
 * then γ and β. The running variance is that of the batch itself, not the estimate for the population. Source: Ioffe and
 * Szegedy, arXiv:1502.03167.
 */
public final class BatchNormalizer implements Computation {

    private static final String MEAN = "moving_mean";
    private static final String VARIANCE = "moving_variance";

    private final long channels;
    private final double momentum;
    private final double epsilon;
    private final ChannelScale scale;

    /**
     * @param channels size of the last axis
     * @param momentum part of the running averages that is kept at each batch
     * @param epsilon what is added to the variance
     * @param scale whether there is a γ
     * @param center whether there is a β
     */
    public BatchNormalizer(long channels, double momentum, double epsilon, boolean scale, boolean center) {
        this.channels = channels;
        this.momentum = momentum;
        this.epsilon = epsilon;
        this.scale = new ChannelScale(channels, scale, center);
    }

    @Override
    public List<Parameter> parameters() {
        List<Parameter> parameters = new ArrayList<>(scale.parameters());
        parameters.add(Parameter.of(MEAN, Role.STATISTIC, new Constant(0), channels));
        parameters.add(Parameter.of(VARIANCE, Role.STATISTIC, new Constant(1), channels));
        return parameters;
    }

    @Override
    public INDArray forward(INDArray input, Pass pass) {
        INDArray result = pass.result(input.dataType(), input.shape());
        INDArray rows = Rows.of(result, channels);
        INDArray mean = pass.training() ? pass.keep(MEAN, mean(input)) : pass.parameter(MEAN);
        Rows.subtract(Rows.of(input, channels), mean, rows);
        INDArray variance = pass.training() ? pass.keep(VARIANCE, mean(result.mul(result))) : pass.parameter(VARIANCE);
        Rows.multiply(rows, inverseDeviation(variance).muli(scale.gamma(input.dataType(), pass)), rows);
        Rows.add(rows, scale.beta(input.dataType(), pass), rows);
        return result;
    }

    @Override
    public INDArray backward(INDArray input, INDArray epsilonOfResult, Pass pass) {
        INDArray inverse = inverseDeviation(pass.kept(VARIANCE));
        INDArray gradient = pass.inputGradient(input.dataType(), input.shape());
        INDArray rows = Rows.of(gradient, channels);
        Rows.subtract(Rows.of(input, channels), pass.kept(MEAN), rows);
        Rows.multiply(rows, inverse, rows);
        INDArray ofGamma = Rows.sum(gradient.mul(epsilonOfResult), channels);
        INDArray ofBeta = Rows.sum(epsilonOfResult, channels);
        scale.setGradients(ofGamma, ofBeta, pass);
        follow(MEAN, pass);
        follow(VARIANCE, pass);
        // γ/σ·(ε − mean of ε − x̂·mean of ε·x̂), with x̂ in the rows
        double count = input.length() / (double) channels;
        Rows.multiply(rows, ofGamma.div(-count), rows);
        gradient.addi(epsilonOfResult);
        Rows.subtract(rows, ofBeta.div(count), rows);
        Rows.multiply(rows, inverse.muli(scale.gamma(input.dataType(), pass)), rows);
        return gradient;
    }

    /** What is taken away from a running average, so that it moves towards the value of the batch. */
    private void follow(String statistic, Pass pass) {
        pass.gradient(statistic).assign(pass.parameter(statistic)).subi(pass.kept(statistic)).muli(1 - momentum);
    }

    private INDArray mean(INDArray array) {
        return Rows.sum(array, channels).divi(array.length() / channels);
    }

    private INDArray inverseDeviation(INDArray variance) {
        return Transforms.sqrt(variance.add(epsilon), false).rdivi(1);
    }
}
