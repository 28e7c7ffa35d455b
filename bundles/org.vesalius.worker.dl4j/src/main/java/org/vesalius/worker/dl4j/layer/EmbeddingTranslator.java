// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.dl4j.layer;

import java.util.List;

import org.deeplearning4j.nn.conf.layers.EmbeddingLayer;
import org.nd4j.linalg.activations.impl.ActivationIdentity;
import org.vesalius.network.Embedding;
import org.vesalius.network.shape.Axis;
import org.vesalius.network.shape.Shape;
import org.vesalius.worker.dl4j.graph.GraphPlan;
import org.vesalius.worker.dl4j.graph.LayerParameter;
import org.vesalius.worker.dl4j.graph.LayerTranslator;
import org.vesalius.worker.dl4j.graph.Signal;
import org.vesalius.worker.dl4j.initial.Uniform;

/** Embedding of whole numbers 0 … vocabulary − 1; vectors {@code [vocabulary, dimension]}, no bias. */
final class EmbeddingTranslator implements LayerTranslator<Embedding> {

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
