// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.dl4j.layer;

import java.util.List;

import org.vesalius.network.TimeDistributed;
import org.vesalius.network.shape.Shape;
import org.vesalius.worker.dl4j.graph.GraphPlan;
import org.vesalius.worker.dl4j.graph.LayerTranslator;
import org.vesalius.worker.dl4j.graph.Signal;

/** One layer at every time step, with the same parameters: the steps are its samples. */
final class TimeDistributedTranslator implements LayerTranslator<TimeDistributed> {

    @Override
    public Class<TimeDistributed> type() {
        return TimeDistributed.class;
    }

    @Override
    public Signal translate(TimeDistributed layer, List<Signal> inputs, Shape output, GraphPlan plan) {
        Signal steps = plan.steps(layer, inputs.get(0));
        return plan.reshape(layer, plan.translate(layer.getLayer(), List.of(steps)), output);
    }
}
