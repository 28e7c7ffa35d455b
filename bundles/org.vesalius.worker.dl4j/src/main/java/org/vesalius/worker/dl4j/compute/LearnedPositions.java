// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.dl4j.compute;

import java.util.List;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.indexing.NDArrayIndex;
import org.vesalius.worker.dl4j.compute.Parameter.Role;
import org.vesalius.worker.dl4j.initial.Uniform;

/**
 * Adds to each step of a sequence the learned vector of its position.
 *
 * @param positions how many positions have a vector, at least as many as there are steps
 * @param features length of the vectors
 */
public record LearnedPositions(int positions, int features) implements Computation {

    private static final String NAME = "embeddings";

    @Override
    public List<Parameter> parameters() {
        return List.of(Parameter.of(NAME, Role.KERNEL, Uniform.embedding(), positions, features));
    }

    @Override
    public INDArray forward(INDArray input, Pass pass) {
        INDArray vectors = first(pass.parameter(NAME), input.size(1)).reshape('c', 1, input.size(1), features);
        return Elementwise.add(input, vectors, pass.result(input.dataType(), input.shape()));
    }

    @Override
    public INDArray backward(INDArray input, INDArray epsilon, Pass pass) {
        INDArray gradient = pass.gradient(NAME).assign(0);
        first(gradient, input.size(1)).assign(epsilon.sum(0));
        return pass.inputGradient(input.dataType(), input.shape()).assign(epsilon);
    }

    private static INDArray first(INDArray table, long count) {
        return table.get(NDArrayIndex.interval(0, count), NDArrayIndex.all());
    }
}
