// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.dl4j.layer;

import java.util.List;

import org.deeplearning4j.nn.conf.layers.DropoutLayer;
import org.vesalius.network.Dropout;
import org.vesalius.network.shape.Shape;
import org.vesalius.worker.dl4j.graph.GraphPlan;
import org.vesalius.worker.dl4j.graph.LayerTranslator;
import org.vesalius.worker.dl4j.graph.Signal;

/** Dropout by the rate that is dropped; DL4J asks for the part that is kept, and scales it up likewise. */
final class DropoutTranslator implements LayerTranslator<Dropout> {

    @Override
    public Class<Dropout> type() {
        return Dropout.class;
    }

    @Override
    public Signal translate(Dropout layer, List<Signal> inputs, Shape output, GraphPlan plan) {
        if (layer.getRate() == 0) {
            return inputs.get(0);
        }
        DropoutLayer dropout = new DropoutLayer.Builder(1 - layer.getRate()).build();
        return new Signal(plan.layer(layer, dropout, inputs.get(0)), output);
    }
}
