// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.weights;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a network has learned: for each layer with weights its tensors by name, in the layouts of Keras 2, channels last.
 * Layers inside blocks go by the id they have in the expanded network. Immutable; keeps the order it was built in.
 */
public final class NetworkWeights {
    private static final NetworkWeights EMPTY = new NetworkWeights(Map.of());

    private final Map<String, Map<String, WeightTensor>> layers;

    private NetworkWeights(Map<String, Map<String, WeightTensor>> layers) {
        this.layers = Collections.unmodifiableMap(layers);
    }

    /** No weights at all. */
    public static NetworkWeights empty() {
        return EMPTY;
    }

    /** The weights of these layers: tensor by name, by layer id. */
    public static NetworkWeights of(Map<String, Map<String, WeightTensor>> layers) {
        Builder builder = builder();
        layers.forEach((id, tensors) -> tensors.forEach((name, tensor) -> builder.put(id, name, tensor)));
        return builder.build();
    }

    /** Starts with no weights. */
    public static Builder builder() {
        return new Builder();
    }

    /** The ids of the layers that have weights, in order. */
    public Set<String> layerIds() {
        return layers.keySet();
    }

    /** The tensors of a layer by name, in order; empty for a layer without any. */
    public Map<String, WeightTensor> layer(String id) {
        return layers.getOrDefault(id, Map.of());
    }

    /** One tensor of a layer. */
    public Optional<WeightTensor> get(String id, String name) {
        return Optional.ofNullable(layer(id).get(name));
    }

    /** Whether no layer has weights. */
    public boolean isEmpty() {
        return layers.isEmpty();
    }

    /** How many numbers there are. */
    public long count() {
        return layers.values().stream().flatMap(tensors -> tensors.values().stream())
                .mapToLong(tensor -> tensor.values().length).sum();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof NetworkWeights weights && layers.equals(weights.layers);
    }

    @Override
    public int hashCode() {
        return layers.hashCode();
    }

    /** The names and shapes only. */
    @Override
    public String toString() {
        return layers.toString();
    }

    /** Collects weights layer by layer. */
    public static final class Builder {
        private final Map<String, Map<String, WeightTensor>> layers = new LinkedHashMap<>();

        private Builder() {
        }

        /**
         * Adds one tensor.
         *
         * @param layerId id of the layer in the expanded network
         * @param name name of the weight as in Keras 2
         * @throws IllegalArgumentException if the layer has a weight of that name already, or a name is empty
         */
        public Builder put(String layerId, String name, WeightTensor tensor) {
            if (layerId.isEmpty() || name.isEmpty()) {
                throw new IllegalArgumentException("A weight needs the id of its layer and a name.");
            }
            if (layers.computeIfAbsent(layerId, id -> new LinkedHashMap<>()).putIfAbsent(name, tensor) != null) {
                throw new IllegalArgumentException("The layer '" + layerId + "' has two weights '" + name + "'.");
            }
            return this;
        }

        /** The weights collected so far. */
        public NetworkWeights build() {
            Map<String, Map<String, WeightTensor>> copy = new LinkedHashMap<>();
            layers.forEach((id, tensors) -> copy.put(id, Collections.unmodifiableMap(new LinkedHashMap<>(tensors))));
            return new NetworkWeights(copy);
        }
    }
}
