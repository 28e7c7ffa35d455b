// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.dl4j.layer;

import java.util.List;

import org.vesalius.network.Multiply;
import org.vesalius.network.shape.Shape;
import org.vesalius.worker.dl4j.compute.Product;
import org.vesalius.worker.dl4j.graph.GraphPlan;
import org.vesalius.worker.dl4j.graph.LayerTranslator;
import org.vesalius.worker.dl4j.graph.Signal;

/** The product of arrays; axes of size 1 are repeated without a copy, as for weights of the channels of an image. */
final class MultiplyTranslator implements LayerTranslator<Multiply> {

    @Override
    public Class<Multiply> type() {
        return Multiply.class;
    }

    @Override
    public Signal translate(Multiply layer, List<Signal> inputs, Shape output, GraphPlan plan) {
        return inputs.size() == 1 ? inputs.get(0) : plan.combination(layer, new Product(), inputs, output);
    }
}
