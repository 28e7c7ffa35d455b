// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.dl4j.layer;

import java.util.List;

import org.vesalius.network.RepeatVector;
import org.vesalius.network.shape.Shape;
import org.vesalius.worker.dl4j.graph.GraphPlan;
import org.vesalius.worker.dl4j.graph.LayerTranslator;
import org.vesalius.worker.dl4j.graph.Signal;
import org.vesalius.worker.dl4j.step.Repeat;

/** A vector at every step of a sequence: a sequence of one step, whose step is repeated. */
final class RepeatVectorTranslator implements LayerTranslator<RepeatVector> {

    @Override
    public Class<RepeatVector> type() {
        return RepeatVector.class;
    }

    @Override
    public Signal translate(RepeatVector layer, List<Signal> inputs, Shape output, GraphPlan plan) {
        Signal vector = inputs.get(0);
        Signal oneStep = plan.reshape(layer, vector, Shape.sequence(1, vector.channels()));
        return plan.step(layer, new Repeat(layer.getTimes()), oneStep, output);
    }
}
