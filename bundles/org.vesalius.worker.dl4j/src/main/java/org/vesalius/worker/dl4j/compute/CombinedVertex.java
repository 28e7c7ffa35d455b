// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.dl4j.compute;

import org.deeplearning4j.nn.conf.graph.GraphVertex;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.memory.MemoryReport;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/** DL4J's configuration of a vertex that runs a {@link Combination}. */
public final class CombinedVertex extends GraphVertex {

    private static final long serialVersionUID = 1L;

    private final transient Combination combination;

    /** @param combination what it runs */
    public CombinedVertex(Combination combination) {
        this.combination = combination;
    }

    @Override
    public org.deeplearning4j.nn.graph.vertex.GraphVertex instantiate(ComputationGraph graph, String name, int index,
            INDArray parametersView, boolean initialize, DataType type) {
        return new CombiningVertex(graph, name, index, combination, type);
    }

    /** Itself: a combination holds no state. */
    @Override
    public GraphVertex clone() {
        return this;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof CombinedVertex vertex && vertex.combination.equals(combination);
    }

    @Override
    public int hashCode() {
        return combination.hashCode();
    }

    @Override
    public long numParams(boolean backprop) {
        return 0;
    }

    @Override
    public int minVertexInputs() {
        return 1;
    }

    @Override
    public int maxVertexInputs() {
        return Integer.MAX_VALUE;
    }

    @Override
    public InputType getOutputType(int layerIndex, InputType... inputs) {
        throw new UnsupportedOperationException("shapes come from the network, not from DL4J");
    }

    @Override
    public MemoryReport getMemoryReport(InputType... inputs) {
        throw new UnsupportedOperationException("memory is estimated from the network, not by DL4J");
    }
}
