// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.dl4j.layer;

import java.util.List;

import org.deeplearning4j.nn.conf.graph.ElementWiseVertex;
import org.vesalius.core.ErrorKind;
import org.vesalius.core.ReportedException;
import org.vesalius.network.Bidirectional;
import org.vesalius.network.MergeMode;
import org.vesalius.network.Recurrent;
import org.vesalius.network.shape.Shape;
import org.vesalius.worker.dl4j.graph.GraphPlan;
import org.vesalius.worker.dl4j.graph.LayerTranslator;
import org.vesalius.worker.dl4j.graph.ReverseTime;
import org.vesalius.worker.dl4j.graph.Signal;

/**
 * Two copies of a recurrent layer, one of which reads the sequence backwards; without all steps, each gives its own
 * last one, so that the backward copy has read everything (DL4J's own wrapper would give its first).
 */
final class BidirectionalTranslator implements LayerTranslator<Bidirectional> {

    @Override
    public Class<Bidirectional> type() {
        return Bidirectional.class;
    }

    @Override
    public Signal translate(Bidirectional layer, List<Signal> inputs, Shape output, GraphPlan plan) {
        if (!(layer.getLayer() instanceof Recurrent inner)) {
            throw new ReportedException(ErrorKind.INVALID_INPUT,
                    "Bidirectional layer '" + layer.getName() + "' holds no recurrent layer.",
                    "Put a SimpleRNN, a GRU or an LSTM into it.");
        }
        Signal forward = plan.translate(inner, inputs, "forward");
        Signal reversed = RecurrentTranslator.reversed(inner, inputs.get(0), plan);
        Signal backward = plan.translate(inner, List.of(reversed), "backward");
        if (inner.isReturnSequences()) {
            backward = plan.step(layer, new ReverseTime(), backward, backward.shape());
        }
        Signal both = merged(layer, List.of(forward, backward), output, plan);
        return new Signal(both.vertex(), output, forward.mask());
    }

    private static Signal merged(Bidirectional layer, List<Signal> both, Shape output, GraphPlan plan) {
        if (layer.getMerge() == MergeMode.CONCATENATE) {
            return Concatenation.add(layer, both, output, plan);
        }
        ElementWiseVertex vertex = new ElementWiseVertex(operation(layer.getMerge()));
        return new Signal(plan.vertex(layer, vertex, both), output);
    }

    private static ElementWiseVertex.Op operation(MergeMode mode) {
        return switch (mode) {
            case ADD -> ElementWiseVertex.Op.Add;
            case MULTIPLY -> ElementWiseVertex.Op.Product;
            case AVERAGE -> ElementWiseVertex.Op.Average;
            case CONCATENATE -> throw new IllegalArgumentException("not an operation by element: " + mode);
        };
    }
}
