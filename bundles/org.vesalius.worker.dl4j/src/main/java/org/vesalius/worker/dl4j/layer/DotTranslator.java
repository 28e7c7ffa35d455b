// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.dl4j.layer;

import java.util.List;

import org.vesalius.network.Dot;
import org.vesalius.network.shape.Shape;
import org.vesalius.worker.dl4j.compute.DotProduct;
import org.vesalius.worker.dl4j.compute.UnitLength;
import org.vesalius.worker.dl4j.graph.GraphPlan;
import org.vesalius.worker.dl4j.graph.LayerTranslator;
import org.vesalius.worker.dl4j.graph.Signal;

/** Scalar products of vectors or of all pairs of steps; a vector is a sequence of one step. */
final class DotTranslator implements LayerTranslator<Dot> {

    @Override
    public Class<Dot> type() {
        return Dot.class;
    }

    @Override
    public Signal translate(Dot layer, List<Signal> inputs, Shape output, GraphPlan plan) {
        List<Signal> sequences = inputs.stream().map(input -> sequence(layer, input, plan)).toList();
        Shape pairs = Shape.sequence(sequences.get(0).shape().size(0), sequences.get(1).shape().size(0));
        Signal product = plan.combination(layer, new DotProduct(), sequences, pairs);
        return plan.reshape(layer, product, output);
    }

    private static Signal sequence(Dot layer, Signal input, GraphPlan plan) {
        Signal sequence = input.shape().rank() == 1
                ? plan.reshape(layer, input, Shape.sequence(1, input.channels())) : input;
        return layer.isNormalize() ? plan.computation(layer, new UnitLength(), sequence, sequence.shape()) : sequence;
    }
}
