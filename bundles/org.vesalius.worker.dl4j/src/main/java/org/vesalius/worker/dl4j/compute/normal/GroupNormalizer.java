// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.dl4j.compute.normal;

import java.util.List;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.vesalius.worker.dl4j.compute.Computation;
import org.vesalius.worker.dl4j.compute.Parameter;
import org.vesalius.worker.dl4j.compute.Pass;
import org.vesalius.worker.dl4j.compute.Rows;

/**
 * Brings each group of channels of a sample to mean 0 and variance 1 over all places, then γ and β of each channel; the
 * same in training and use. Source: Wu and He, arXiv:1803.08494.
 */
public final class GroupNormalizer implements Computation {

    private final long channels;
    private final long groups;
    private final double epsilon;
    private final ChannelScale scale;

    /**
     * @param channels size of the last axis
     * @param groups how many groups the channels make up, equally large
     * @param epsilon what is added to the variance
     * @param scale whether there is a γ
     * @param center whether there is a β
     */
    public GroupNormalizer(long channels, long groups, double epsilon, boolean scale, boolean center) {
        this.channels = channels;
        this.groups = groups;
        this.epsilon = epsilon;
        this.scale = new ChannelScale(channels, scale, center);
    }

    @Override
    public List<Parameter> parameters() {
        return scale.parameters();
    }

    @Override
    public INDArray forward(INDArray input, Pass pass) {
        INDArray groupRows = gathered(input);
        UnitRows.normalise(groupRows, epsilon);
        INDArray result = pass.result(input.dataType(), input.shape());
        scatter(groupRows, result);
        INDArray rows = Rows.of(result, channels);
        Rows.multiply(rows, scale.gamma(input.dataType(), pass), rows);
        Rows.add(rows, scale.beta(input.dataType(), pass), rows);
        return result;
    }

    @Override
    public INDArray backward(INDArray input, INDArray epsilonOfResult, Pass pass) {
        INDArray unit = gathered(input);
        INDArray inverse = UnitRows.normalise(unit, this.epsilon);
        INDArray gradient = pass.inputGradient(input.dataType(), input.shape());
        scatter(unit, gradient);
        scale.setGradients(Rows.sum(gradient.mul(epsilonOfResult), channels), Rows.sum(epsilonOfResult, channels),
                pass);
        INDArray delta = epsilonOfResult.dup('c');
        INDArray rows = Rows.of(delta, channels);
        Rows.multiply(rows, scale.gamma(input.dataType(), pass), rows);
        scatter(UnitRows.back(unit, gathered(delta), inverse), gradient);
        return gradient;
    }

    /** A copy with one row for each group of each sample: places × channels of the group. */
    private INDArray gathered(INDArray array) {
        long samples = array.size(0);
        return byGroup(array).dup('c').reshape('c', samples * groups, array.length() / samples / groups);
    }

    /** Writes such rows back to where they came from. */
    private void scatter(INDArray rows, INDArray target) {
        INDArray place = byGroup(target);
        place.assign(rows.reshape('c', place.shape()));
    }

    /** A view: samples × groups × places × channels of a group. */
    private INDArray byGroup(INDArray array) {
        long samples = array.size(0);
        long places = array.length() / samples / channels;
        return array.reshape('c', samples, places, groups, channels / groups).permute(0, 2, 1, 3);
    }
}
