// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.dl4j.layer;

import java.util.List;

import org.vesalius.network.LastTimeStep;
import org.vesalius.network.Layer;
import org.vesalius.network.shape.Shape;
import org.vesalius.worker.dl4j.compute.LastCountedStep;
import org.vesalius.worker.dl4j.graph.GraphPlan;
import org.vesalius.worker.dl4j.graph.LastStep;
import org.vesalius.worker.dl4j.graph.LayerTranslator;
import org.vesalius.worker.dl4j.graph.Signal;

/** The last step of a sequence; of a masked one, the last that counts. */
final class LastTimeStepTranslator implements LayerTranslator<LastTimeStep> {

    @Override
    public Class<LastTimeStep> type() {
        return LastTimeStep.class;
    }

    @Override
    public Signal translate(LastTimeStep layer, List<Signal> inputs, Shape output, GraphPlan plan) {
        Signal sequence = inputs.get(0);
        return sequence.mask()
                .map(mask -> plan.combination(layer, new LastCountedStep(), List.of(sequence, mask), output))
                .orElseGet(() -> lastOf(layer, sequence, plan));
    }

    /** The last step, masked or not. */
    static Signal lastOf(Layer owner, Signal sequence, GraphPlan plan) {
        return plan.step(owner, new LastStep(sequence.shape().size(0)), sequence, Shape.vector(sequence.channels()));
    }
}
