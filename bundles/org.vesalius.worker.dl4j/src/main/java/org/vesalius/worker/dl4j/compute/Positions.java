// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.dl4j.compute;

import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

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
