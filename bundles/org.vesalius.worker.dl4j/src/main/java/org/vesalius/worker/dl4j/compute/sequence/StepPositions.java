// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.dl4j.compute.sequence;

import java.util.List;

import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;
import org.vesalius.worker.dl4j.compute.Computation;
import org.vesalius.worker.dl4j.compute.Elementwise;
import org.vesalius.worker.dl4j.compute.Parameter;
import org.vesalius.worker.dl4j.compute.Parameter.Role;
import org.vesalius.worker.dl4j.compute.Pass;
import org.vesalius.worker.dl4j.initial.RandomValues.Uniform;

/** What tells attention where in its sequence a step stands. */
public final class StepPositions {
    private StepPositions() {
    }

    /**
     * Adds to each step of a sequence a vector that says where it is: PE(p, 2k) = sin(p/10000^(2k/features)),
     * PE(p, 2k+1) = cos of the same. Source: Vaswani et al., arXiv:1706.03762, section 3.5.
     *
     * @param time number of steps
     * @param features length of the vectors
     */
    public record Positions(int time, int features) implements Computation {

        private static final double LONGEST = 10000;

        @Override
        public INDArray forward(INDArray input, Pass pass) {
            INDArray result = pass.result(input.dataType(), input.shape());
            return Elementwise.add(input, table(input.dataType()), result);
        }

        @Override
        public INDArray backward(INDArray input, INDArray epsilon, Pass pass) {
            return pass.inputGradient(input.dataType(), input.shape()).assign(epsilon);
        }

        private INDArray table(DataType type) {
            double[] values = new double[time * features];
            for (int i = 0; i < values.length; i++) {
                int feature = i % features;
                double angle = i / features / StrictMath.pow(LONGEST, (feature - feature % 2) / (double) features);
                values[i] = feature % 2 == 0 ? StrictMath.sin(angle) : StrictMath.cos(angle);
            }
            return Nd4j.create(values, new long[] {1, time, features}, type);
        }
    }

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
}
