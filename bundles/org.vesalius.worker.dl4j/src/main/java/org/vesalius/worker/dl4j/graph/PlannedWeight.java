// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.dl4j.graph;

import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.vesalius.network.Layer;

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
