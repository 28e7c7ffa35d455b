// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.dl4j.layer;

import java.util.List;

import org.vesalius.network.SelfAttention;
import org.vesalius.network.shape.Shape;
import org.vesalius.worker.dl4j.graph.GraphPlan;
import org.vesalius.worker.dl4j.graph.LayerTranslator;
import org.vesalius.worker.dl4j.graph.Signal;

/** Attention of a sequence to itself. */
final class SelfAttentionTranslator implements LayerTranslator<SelfAttention> {

    @Override
    public Class<SelfAttention> type() {
        return SelfAttention.class;
    }

    @Override
    public Signal translate(SelfAttention layer, List<Signal> inputs, Shape output, GraphPlan plan) {
        Signal sequence = inputs.get(0);
        return new AttentionParts(layer, plan).add(sequence, sequence, sequence, output);
    }
}
