// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.dl4j.layer;

import java.util.List;

import org.vesalius.network.AlphaDropout;
import org.vesalius.network.GaussianDropout;
import org.vesalius.network.GaussianNoise;
import org.vesalius.network.SpatialDropout;
import org.vesalius.worker.dl4j.compute.ChannelDropout;
import org.vesalius.worker.dl4j.compute.GaussianAddition;
import org.vesalius.worker.dl4j.compute.GaussianFactors;
import org.vesalius.worker.dl4j.compute.SelfNormalizingDropout;
import org.vesalius.worker.dl4j.graph.LayerTranslator;

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
}
