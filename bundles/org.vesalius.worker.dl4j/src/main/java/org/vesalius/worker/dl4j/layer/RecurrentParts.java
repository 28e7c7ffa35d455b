// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.dl4j.layer;

import org.deeplearning4j.nn.conf.layers.BaseRecurrentLayer;
import org.vesalius.network.Recurrent;
import org.vesalius.network.shape.Shape;
import org.vesalius.worker.dl4j.graph.GraphPlan;
import org.vesalius.worker.dl4j.graph.LastStep;
import org.vesalius.worker.dl4j.graph.LayerParameter;
import org.vesalius.worker.dl4j.graph.Signal;

/** What SimpleRNN and LSTM have in common: all steps, or the last one only. */
final class RecurrentParts {

    private RecurrentParts() {
    }

    /**
     * Adds the recurrent layer and, unless all steps are wanted, what picks the last one.
     *
     * @param configuration DL4J's layer over {@code [samples, time, features]}
     * @param sequence {@code time×features}
     * @param parameters its parameters
     */
    static Signal add(Recurrent layer, BaseRecurrentLayer configuration, Signal sequence, GraphPlan plan,
            LayerParameter... parameters) {
        plan.remark(StockPath.remark(layer, "a recurrent layer"));
        int time = sequence.shape().size(0);
        Signal all = new Signal(plan.layer(layer, configuration, sequence, parameters),
                Shape.sequence(time, layer.getUnits()));
        return layer.isReturnSequences() ? all
                : plan.step(layer, new LastStep(time), all, Shape.vector(layer.getUnits()));
    }
}
