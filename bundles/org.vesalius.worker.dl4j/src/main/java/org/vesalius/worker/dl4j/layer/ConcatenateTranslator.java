// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.dl4j.layer;

import java.util.List;

import org.vesalius.network.Concatenate;
import org.vesalius.network.shape.Shape;
import org.vesalius.worker.dl4j.graph.GraphPlan;
import org.vesalius.worker.dl4j.graph.LayerTranslator;
import org.vesalius.worker.dl4j.graph.Signal;

/** Concatenate along the last axis, in the order of the inputs. */
final class ConcatenateTranslator implements LayerTranslator<Concatenate> {

    @Override
    public Class<Concatenate> type() {
        return Concatenate.class;
    }

    @Override
    public Signal translate(Concatenate layer, List<Signal> inputs, Shape output, GraphPlan plan) {
        return inputs.size() == 1 ? inputs.get(0) : Concatenation.add(layer, inputs, output, plan);
    }
}
