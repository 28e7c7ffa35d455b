// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.dl4j.layer;

import java.util.List;

import org.deeplearning4j.nn.conf.graph.MergeVertex;
import org.vesalius.network.Layer;
import org.vesalius.network.shape.Shape;
import org.vesalius.worker.dl4j.graph.GraphPlan;
import org.vesalius.worker.dl4j.graph.Signal;

/** Several arrays side by side along the last axis. */
final class Concatenation {

    private Concatenation() {
    }

    /** Adds the concatenation; as rows, because DL4J knows for certain only how to join matrices. */
    static Signal add(Layer owner, List<Signal> inputs, Shape output, GraphPlan plan) {
        List<Signal> rows = inputs.stream().map(input -> plan.rows(owner, input)).toList();
        String vertex = plan.vertex(owner, new MergeVertex(), rows);
        return plan.reshape(owner, new Signal(vertex, Shape.vector(output.last().size())), output);
    }

    /** The sequence with its mask as one more feature. */
    static Signal withMask(Layer owner, Signal sequence, Signal mask, GraphPlan plan) {
        Shape column = Shape.sequence(mask.shape().size(0), 1);
        Shape wider = sequence.shape().withLast(sequence.channels() + 1);
        return add(owner, List.of(sequence, plan.reshape(owner, mask, column)), wider, plan);
    }
}
