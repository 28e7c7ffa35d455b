// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.dl4j.layer;

import java.util.List;

import org.vesalius.network.MultiHeadAttention;
import org.vesalius.network.shape.Shape;
import org.vesalius.worker.dl4j.graph.GraphPlan;
import org.vesalius.worker.dl4j.graph.LayerTranslator;
import org.vesalius.worker.dl4j.graph.Signal;

/** Attention of queries to values, whose keys are the values themselves unless a third input gives them. */
final class MultiHeadAttentionTranslator implements LayerTranslator<MultiHeadAttention> {

    @Override
    public Class<MultiHeadAttention> type() {
        return MultiHeadAttention.class;
    }

    @Override
    public Signal translate(MultiHeadAttention layer, List<Signal> inputs, Shape output, GraphPlan plan) {
        Signal values = inputs.get(1);
        Signal keys = inputs.get(inputs.size() - 1);
        return new AttentionParts(layer, plan).add(inputs.get(0), keys, values, output);
    }
}
