// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.dl4j.layer;

import java.util.List;

import org.deeplearning4j.nn.conf.graph.ElementWiseVertex;
import org.vesalius.network.Add;
import org.vesalius.network.shape.Shape;
import org.vesalius.worker.dl4j.graph.GraphPlan;
import org.vesalius.worker.dl4j.graph.LayerTranslator;
import org.vesalius.worker.dl4j.graph.Signal;

/** Sum of arrays of the same shape. */
final class AddTranslator implements LayerTranslator<Add> {

    @Override
    public Class<Add> type() {
        return Add.class;
    }

    @Override
    public Signal translate(Add layer, List<Signal> inputs, Shape output, GraphPlan plan) {
        if (inputs.size() == 1) {
            return inputs.get(0);
        }
        ElementWiseVertex sum = new ElementWiseVertex(ElementWiseVertex.Op.Add);
        return new Signal(plan.vertex(layer, sum, inputs), output);
    }
}
