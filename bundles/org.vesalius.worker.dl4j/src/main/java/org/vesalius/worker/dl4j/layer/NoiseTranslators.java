// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.dl4j.layer;

import java.util.List;

import org.deeplearning4j.nn.conf.layers.DropoutLayer;
import org.vesalius.network.AlphaDropout;
import org.vesalius.network.Dropout;
import org.vesalius.network.GaussianDropout;
import org.vesalius.network.GaussianNoise;
import org.vesalius.network.SpatialDropout;
import org.vesalius.network.shape.Shape;
import org.vesalius.worker.dl4j.compute.noise.GaussianAddition;
import org.vesalius.worker.dl4j.compute.noise.NoisyFactors.ChannelDropout;
import org.vesalius.worker.dl4j.compute.noise.NoisyFactors.GaussianFactors;
import org.vesalius.worker.dl4j.compute.noise.SelfNormalizingDropout;
import org.vesalius.worker.dl4j.graph.GraphPlan;
import org.vesalius.worker.dl4j.graph.LayerTranslator;
import org.vesalius.worker.dl4j.graph.Signal;
import org.vesalius.worker.dl4j.layer.VertexTranslators.ComputationTranslator;

/** Translators of layers that are random in training and do nothing in use. */
final class NoiseTranslators {

    private NoiseTranslators() {
    }

    static List<LayerTranslator<?>> all() {
        return List.of(new DropoutTranslator(),
                new ComputationTranslator<>(SpatialDropout.class, (layer, in) -> new ChannelDropout(layer.getRate())),
                new ComputationTranslator<>(GaussianDropout.class, (layer, in) -> new GaussianFactors(layer.getRate())),
                new ComputationTranslator<>(AlphaDropout.class,
                        (layer, in) -> new SelfNormalizingDropout(layer.getRate())),
                new ComputationTranslator<>(GaussianNoise.class,
                        (layer, in) -> new GaussianAddition(layer.getDeviation())));
    }

    /** Dropout by the rate that is dropped; DL4J asks for the part that is kept, and scales it up likewise. */
    private static final class DropoutTranslator implements LayerTranslator<Dropout> {

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
}
