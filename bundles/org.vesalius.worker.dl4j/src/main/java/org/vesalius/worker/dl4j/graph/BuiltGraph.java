// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.dl4j.graph;

import java.util.List;

import org.deeplearning4j.nn.graph.ComputationGraph;
import org.vesalius.worker.dl4j.optimizer.EpochRate;
import org.vesalius.worker.spi.Remark;

/**
 * A DL4J graph with what is needed to feed and read it.
 *
 * @param graph the graph, its parameters set
 * @param inputs its inputs in DL4J's order
 * @param outputs its outputs in DL4J's order
 * @param rate the learning rate of all its parameters
 * @param weights its weights in the order of the layers, and within a layer in that of its behaviour
 * @param remarks what the user should know about how it runs
 */
public record BuiltGraph(ComputationGraph graph, List<InputPort> inputs, List<OutputPort> outputs, EpochRate rate,
        List<GraphWeight> weights, List<Remark> remarks) {

    /** Copies the lists. */
    public BuiltGraph {
        inputs = List.copyOf(inputs);
        outputs = List.copyOf(outputs);
        weights = List.copyOf(weights);
        remarks = List.copyOf(remarks);
    }
}
