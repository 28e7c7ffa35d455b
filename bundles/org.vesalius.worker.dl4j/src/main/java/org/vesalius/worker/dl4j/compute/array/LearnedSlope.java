// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.dl4j.compute.array;

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
 * x for x &gt; 0, α·x otherwise, where α is learned: for each channel, or for each number of a sample. Source: He et
 * al., arXiv:1502.01852.
 */
public final class LearnedSlope implements Computation {

    private static final String ALPHA = "alpha";

    private final Parameter alpha;

    /** @param shape shape of α: that of a sample, or 1 along all axes but the last */
    public LearnedSlope(long... shape) {
        alpha = Parameter.of(ALPHA, Role.FREE, new Constant(0), shape);
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(alpha);
    }

    @Override
    public INDArray forward(INDArray input, Pass pass) {
        INDArray result = pass.result(input.dataType(), input.shape());
        INDArray below = Transforms.min(rows(input), 0);
        Rows.multiply(below, slopes(pass), rows(result));
        return result.addi(Transforms.relu(input));
    }

    @Override
    public INDArray backward(INDArray input, INDArray epsilon, Pass pass) {
        INDArray below = Transforms.min(input, 0);
        pass.gradient(ALPHA).assign(Rows.sum(below.muli(epsilon), alpha.length()).reshape('c', alpha.shape()));
        INDArray positive = input.gt(0).castTo(input.dataType());
        INDArray gradient = pass.inputGradient(input.dataType(), input.shape());
        Rows.multiply(rows(positive.rsub(1)), slopes(pass), rows(gradient));
        return gradient.addi(positive).muli(epsilon);
    }

    private INDArray rows(INDArray array) {
        return Rows.of(array, alpha.length());
    }

    private INDArray slopes(Pass pass) {
        return pass.parameter(ALPHA).reshape(alpha.length());
    }
}
