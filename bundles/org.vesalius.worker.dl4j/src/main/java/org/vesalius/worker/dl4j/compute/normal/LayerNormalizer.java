// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.dl4j.compute.normal;

import java.util.List;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.vesalius.worker.dl4j.compute.Computation;
import org.vesalius.worker.dl4j.compute.Parameter;
import org.vesalius.worker.dl4j.compute.Pass;
import org.vesalius.worker.dl4j.compute.Rows;

/**
 * Brings the last axis of each sample and place to mean 0 and variance 1, then γ and β; the same in training and use.
 * Source: Ba et al., arXiv:1607.06450.
 */
public final class LayerNormalizer implements Computation {

    private final long channels;
    private final double epsilon;
    private final ChannelScale scale;

    /**
     * @param channels size of the last axis
     * @param epsilon what is added to the variance
     * @param scale whether there is a γ
     * @param center whether there is a β
     */
    public LayerNormalizer(long channels, double epsilon, boolean scale, boolean center) {
        this.channels = channels;
        this.epsilon = epsilon;
        this.scale = new ChannelScale(channels, scale, center);
    }

    @Override
    public List<Parameter> parameters() {
        return scale.parameters();
    }

    @Override
    public INDArray forward(INDArray input, Pass pass) {
        INDArray result = pass.result(input.dataType(), input.shape());
        INDArray rows = Rows.of(result, channels);
        normalise(input, rows);
        Rows.multiply(rows, scale.gamma(input.dataType(), pass), rows);
        Rows.add(rows, scale.beta(input.dataType(), pass), rows);
        return result;
    }

    @Override
    public INDArray backward(INDArray input, INDArray epsilonOfResult, Pass pass) {
        INDArray gradient = pass.inputGradient(input.dataType(), input.shape());
        INDArray rows = Rows.of(gradient, channels);
        INDArray inverse = normalise(input, rows);
        INDArray ofGamma = Rows.sum(gradient.mul(epsilonOfResult), channels);
        scale.setGradients(ofGamma, Rows.sum(epsilonOfResult, channels), pass);
        INDArray delta = Rows.of(epsilonOfResult, channels).dup('c');
        Rows.multiply(delta, scale.gamma(input.dataType(), pass), delta);
        UnitRows.back(rows, delta, inverse);
        return gradient;
    }

    /** Writes x̂ to the rows and returns 1/σ of each. */
    private INDArray normalise(INDArray input, INDArray rows) {
        rows.assign(Rows.of(input, channels));
        return UnitRows.normalise(rows, epsilon);
    }
}
