// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.dl4j.layer;

import java.util.List;

import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.EmbeddingLayer;
import org.nd4j.linalg.activations.impl.ActivationIdentity;
import org.vesalius.network.Dense;
import org.vesalius.network.Embedding;
import org.vesalius.network.shape.Axis;
import org.vesalius.network.shape.Shape;
import org.vesalius.worker.dl4j.graph.Activations;
import org.vesalius.worker.dl4j.graph.GraphPlan;
import org.vesalius.worker.dl4j.graph.LayerParameter;
import org.vesalius.worker.dl4j.graph.LayerTranslator;
import org.vesalius.worker.dl4j.graph.Signal;
import org.vesalius.worker.dl4j.initial.FixedValues.Constant;
import org.vesalius.worker.dl4j.initial.RandomValues.Uniform;

/** Translators of layers that make features of numbers or indices. */
final class FeatureTranslators {
    private FeatureTranslators() {
    }

    static List<LayerTranslator<?>> all() {
        return List.of(new DenseTranslator(), new EmbeddingTranslator());
    }

    /** Dense as a matrix product over the last axis; kernel {@code [inputs, units]}, bias {@code [1, units]}. */
    private static final class DenseTranslator implements LayerTranslator<Dense> {

        @Override
        public Class<Dense> type() {
            return Dense.class;
        }

        @Override
        public Signal translate(Dense layer, List<Signal> inputs, Shape output, GraphPlan plan) {
            Signal rows = plan.rows(layer, inputs.get(0));
            int units = layer.getUnits();
            DenseLayer dense = new DenseLayer.Builder().nIn(rows.channels()).nOut(units).hasBias(layer.isUseBias())
                    .activation(Activations.of(plan.activation(layer, layer.getActivation()))).build();
            String vertex = plan.layer(layer, dense, rows, parameters(rows.channels(), layer.isUseBias()));
            return plan.reshape(layer, new Signal(vertex, Shape.vector(units)), output);
        }

        private static LayerParameter[] parameters(int inputs, boolean bias) {
            LayerParameter kernel = LayerParameter.of("W", "kernel", Uniform.fanIn(inputs));
            return bias ? new LayerParameter[] {kernel, LayerParameter.of("b", "bias", new Constant(0))}
                    : new LayerParameter[] {kernel};
        }
    }

    /** Embedding of whole numbers 0 … vocabulary − 1; vectors {@code [vocabulary, dimension]}, no bias. */
    private static final class EmbeddingTranslator implements LayerTranslator<Embedding> {

        private static final Shape ONE_NUMBER = new Shape(List.of(new Axis("index", 1)));

        @Override
        public Class<Embedding> type() {
            return Embedding.class;
        }

        @Override
        public Signal translate(Embedding layer, List<Signal> inputs, Shape output, GraphPlan plan) {
            Signal numbers = plan.reshape(layer, inputs.get(0), ONE_NUMBER);
            EmbeddingLayer embedding = new EmbeddingLayer.Builder().nIn(layer.getVocabularySize())
                    .nOut(layer.getDimension()).hasBias(false).activation(new ActivationIdentity()).build();
            String vertex = plan.layer(layer, embedding, numbers, LayerParameter.of("W", "embeddings", Uniform.embedding()));
            return plan.reshape(layer, new Signal(vertex, Shape.vector(layer.getDimension())), output);
        }
    }
}
