// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.exchange.keras.write;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.vesalius.core.ErrorKind;
import org.vesalius.core.ReportedException;
import org.vesalius.network.Layer;
import org.vesalius.network.Normalization;
import org.vesalius.network.analysis.NetworkAnalysis;
import org.vesalius.network.exchange.keras.model.WeightStore;
import org.vesalius.network.weights.NetworkWeights;
import org.vesalius.network.weights.WeightSpec;

/**
 * The weights that layers have in a file of Keras.
 *
 * @param analysis knows which a layer needs
 * @param weights the weights of the network
 */
record WeightsOfLayers(NetworkAnalysis analysis, NetworkWeights weights) {
    /**
     * The weights for a file of Keras.
     *
     * @param weights may be missing where no layer needs any
     * @param file where they are to go, for messages
     * @throws ReportedException if they are missing
     */
    static WeightsOfLayers of(NetworkAnalysis analysis, Optional<NetworkWeights> weights, Path file) {
        boolean needed = analysis.expanded().network().getLayers().stream()
                .anyMatch(layer -> !(layer instanceof Normalization) && !analysis.weightSpecs(layer).isEmpty());
        if (needed && weights.isEmpty()) {
            throw new ReportedException(ErrorKind.INVALID_INPUT,
                    "A Keras model is a file of weights, and the network has none.", file,
                    "Train it first, or export the description (.json).");
        }
        return new WeightsOfLayers(analysis, weights.orElseGet(NetworkWeights::empty));
    }

    /**
     * The weights of a layer in the order of Keras; none for a Normalization, whose numbers stand in its settings, since
     * Keras 2 and 3 store different ones.
     *
     * @throws ReportedException if some are missing
     */
    List<WeightStore.Stored> of(Layer layer) {
        List<WeightSpec> specs = layer instanceof Normalization ? List.of() : analysis.weightSpecs(layer);
        return specs.stream().map(spec -> new WeightStore.Stored(spec.name(), weights.get(layer.getId(), spec.name())
                .filter(tensor -> tensor.shape().equals(spec.shape())).orElseThrow(() -> missing(layer, spec))))
                .toList();
    }

    private static ReportedException missing(Layer layer, WeightSpec spec) {
        return new ReportedException(ErrorKind.INVALID_INPUT, "The weights do not belong to this network: '"
                + layer.getName() + "' needs " + spec.name() + " of the shape " + spec.shape() + ".",
                "Take the weights of a run of this very network.");
    }
}
