// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.dl4j.layer;

import java.util.List;

import org.vesalius.network.BatchNormalization;
import org.vesalius.network.GroupNormalization;
import org.vesalius.network.LayerNormalization;
import org.vesalius.network.Normalization;
import org.vesalius.worker.dl4j.compute.normal.BatchNormalizer;
import org.vesalius.worker.dl4j.compute.normal.GroupNormalizer;
import org.vesalius.worker.dl4j.compute.normal.LayerNormalizer;
import org.vesalius.worker.dl4j.compute.normal.StoredNormalizer;
import org.vesalius.worker.dl4j.graph.LayerTranslator;
import org.vesalius.worker.dl4j.initial.FixedValues.Listed;
import org.vesalius.worker.dl4j.layer.VertexTranslators.ComputationTranslator;

/** Translators of layers that bring numbers to mean 0 and variance 1. */
final class NormalizingTranslators {

    private NormalizingTranslators() {
    }

    static List<LayerTranslator<?>> all() {
        return List.of(
                new ComputationTranslator<>(BatchNormalization.class,
                        (layer, in) -> new BatchNormalizer(in.channels(), layer.getMomentum(), layer.getEpsilon(),
                                layer.isScale(), layer.isCenter())),
                new ComputationTranslator<>(LayerNormalization.class,
                        (layer, in) -> new LayerNormalizer(in.channels(), layer.getEpsilon(), layer.isScale(),
                                layer.isCenter())),
                new ComputationTranslator<>(GroupNormalization.class,
                        (layer, in) -> new GroupNormalizer(in.channels(),
                                layer.getGroups() < 0 ? in.channels() : layer.getGroups(), layer.getEpsilon(),
                                layer.isScale(), layer.isCenter())),
                new ComputationTranslator<>(Normalization.class, (layer, in) -> new StoredNormalizer(in.channels(),
                        Listed.of(layer.getMean(), 0), Listed.of(layer.getVariance(), 1))));
    }
}
