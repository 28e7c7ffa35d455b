// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.dl4j.graph;

import java.util.List;

import org.deeplearning4j.nn.graph.ComputationGraph;
import org.vesalius.network.shape.Shape;
import org.vesalius.worker.dl4j.loss.OutputLoss;
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

    /**
     * An input of a graph.
     *
     * @param name name of the Input layer
     * @param shape shape of one sample
     */
    public record InputPort(String name, Shape shape) {
    }

    /**
     * An output of a graph. DL4J sees it as rows: {@code [samples·rowsPerSample, columns]}.
     *
     * @param name name of the Output layer
     * @param shape shape of one sample
     * @param loss its loss, which also keeps the outputs of the last training step
     */
    public record OutputPort(String name, Shape shape, OutputLoss loss) {

        /** Numbers in a row: the size of the last axis. */
        public int columns() {
            return shape.last().size();
        }

        /** Numbers in a row of the target. */
        public int targetColumns() {
            return loss.targetColumns(columns());
        }

        /** How many rows belong to one sample: 1 for a vector, the number of steps for a sequence. */
        public int rowsPerSample() {
            return rowsPerSample(shape);
        }

        static int rowsPerSample(Shape shape) {
            return Math.toIntExact(shape.elements().orElseThrow() / shape.last().size());
        }
    }
}
