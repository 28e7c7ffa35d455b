// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.dl4j.graph;

import java.util.List;
import java.util.SplittableRandom;

import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Gives a new graph its parameters: each drawn by its own generator, split from the seed in the order of the layers.
 *
 * @param seed the seed
 */
record InitialParameters(long seed) {

    /** Sets the parameters named; others keep what DL4J gave them. */
    void apply(List<InitialParameter> parameters, ComputationGraph graph) {
        SplittableRandom random = new SplittableRandom(seed);
        for (InitialParameter parameter : parameters) {
            INDArray array = graph.getLayer(parameter.vertex()).getParam(parameter.parameter());
            double[] values = parameter.initializer().values(array.shape(), random.split());
            array.assign(Nd4j.create(values, array.shape(), 'c').castTo(array.dataType()));
        }
    }
}
