// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.dl4j.layer;

import java.util.ArrayList;
import java.util.List;

import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.DropoutLayer;
import org.nd4j.linalg.activations.impl.ActivationIdentity;
import org.vesalius.network.Attention;
import org.vesalius.network.MultiHeadAttention;
import org.vesalius.network.SelfAttention;
import org.vesalius.network.shape.Axis;
import org.vesalius.network.shape.Shape;
import org.vesalius.worker.dl4j.compute.sequence.AttendedValues;
import org.vesalius.worker.dl4j.compute.sequence.AttentionShares;
import org.vesalius.worker.dl4j.graph.GraphPlan;
import org.vesalius.worker.dl4j.graph.LayerParameter;
import org.vesalius.worker.dl4j.graph.LayerTranslator;
import org.vesalius.worker.dl4j.graph.Signal;
import org.vesalius.worker.dl4j.initial.FixedValues.Constant;
import org.vesalius.worker.dl4j.initial.RandomValues.Uniform;

/** Translators of layers whose steps look at others. */
final class AttentionTranslators {
    private AttentionTranslators() {
    }

    static List<LayerTranslator<?>> all() {
        return List.of(new SelfAttentionTranslator(), new MultiHeadAttentionTranslator());
    }

    /** Attention of a sequence to itself. */
    private static final class SelfAttentionTranslator implements LayerTranslator<SelfAttention> {

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

    /** Attention of queries to values, whose keys are the values themselves unless a third input gives them. */
    private static final class MultiHeadAttentionTranslator implements LayerTranslator<MultiHeadAttention> {

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

    /**
     * Attention from its parts: projections of queries, keys and values, shares, perhaps dropout of shares, gathered values,
     * and the projection back. Steps of keys that are masked take no share.
     *
     * @param layer the layer
     * @param plan the graph under construction
     */
    private record AttentionParts(Attention layer, GraphPlan plan) {

        /**
         * Adds the attention.
         *
         * @param queries what asks, time×features
         * @param keys what is compared
         * @param values what is gathered
         * @param output shape of the result
         */
        Signal add(Signal queries, Signal keys, Signal values, Shape output) {
            List<Signal> compared = new ArrayList<>(List.of(projected("query", queries), projected("key", keys)));
            Signal gathered = projected("value", values);
            values.mask().or(keys::mask).ifPresent(compared::add);
            Shape shares = new Shape(List.of(new Axis("heads", layer.getHeads()), new Axis("queries",
                    queries.shape().size(0)), new Axis("keys", keys.shape().size(0))));
            Signal share = dropped(plan.combination(layer,
                    new AttentionShares(layer.getHeads(), layer.getKeyDimension()), compared, shares));
            Signal result = plan.combination(layer, new AttendedValues(layer.getHeads(), layer.getKeyDimension()),
                    List.of(share, gathered), Shape.sequence(queries.shape().size(0), width()));
            return projection("output", result, output.last().size(), output);
        }

        private Signal projected(String part, Signal from) {
            return projection(part, from, width(), Shape.sequence(from.shape().size(0), width()));
        }

        private Signal projection(String part, Signal from, int units, Shape output) {
            Signal rows = plan.rows(layer, from);
            DenseLayer dense = new DenseLayer.Builder().nIn(rows.channels()).nOut(units).hasBias(layer.isUseBias())
                    .activation(new ActivationIdentity()).build();
            String vertex = plan.layer(layer, dense, rows, parameters(part, rows.channels(), units));
            return plan.reshape(layer, new Signal(vertex, Shape.vector(units)), output);
        }

        private LayerParameter[] parameters(String part, int inputs, int units) {
            LayerParameter kernel = LayerParameter.of("W", part + "_kernel", Uniform.glorot(inputs, units));
            return layer.isUseBias()
                    ? new LayerParameter[] {kernel, LayerParameter.of("b", part + "_bias", new Constant(0))}
                    : new LayerParameter[] {kernel};
        }

        private Signal dropped(Signal shares) {
            if (layer.getDropout() == 0) {
                return shares;
            }
            DropoutLayer dropout = new DropoutLayer.Builder(1 - layer.getDropout()).build();
            return new Signal(plan.layer(layer, dropout, shares), shares.shape());
        }

        private int width() {
            return layer.getHeads() * layer.getKeyDimension();
        }
    }
}
