// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.dl4j.graph;

import java.util.List;
import java.util.SplittableRandom;

import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.vesalius.network.Layer;

/**
 * Gives a new graph its parameters: each drawn by its own generator, split from the seed in the order of the layers.
 *
 * @param seed the seed
 */
record InitialParameters(long seed) {

    /** Sets the parameters that have an initializer; others keep what DL4J gave them. */
    void apply(List<PlannedWeight> weights, ComputationGraph graph) {
        SplittableRandom random = new SplittableRandom(seed);
        for (PlannedWeight weight : weights) {
            weight.parameter().initializer().ifPresent(initializer -> {
                INDArray array = weight.in(graph);
                double[] values = initializer.values(array.shape(), random.split());
                array.assign(Nd4j.create(values, array.shape(), 'c').castTo(array.dataType()));
            });
        }
    }

    /**
     * A weight that a translator laid into the plan.
     *
     * @param layer the layer on the canvas that it belongs to
     * @param name its name within that layer, such as {@code kernel} or {@code forward/kernel}
     * @param vertex name of the vertex
     * @param parameter DL4J's name of the parameter, how it starts and its layout
     */
    record PlannedWeight(Layer layer, String name, String vertex, LayerParameter parameter) {

        /** DL4J's array, a view into the parameters of the graph. */
        INDArray in(ComputationGraph graph) {
            return graph.getVertex(vertex).paramTable(false).get(parameter.parameter());
        }
    }
}
