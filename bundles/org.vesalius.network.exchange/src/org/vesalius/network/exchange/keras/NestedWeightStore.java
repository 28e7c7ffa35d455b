// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.exchange.keras;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Weights of a model inside a model: .h5 files list those of all its layers in one row, first what is trained and then
 * the rest, so that a layer's are told by their names.
 */
final class NestedWeightStore implements WeightStore {
    private final Map<String, List<StoredWeight>> byLayer = new HashMap<>();

    NestedWeightStore(List<StoredWeight> stored, KerasModel model) {
        List<String> names = new ArrayList<>();
        model.layers().forEach(layer -> names.add(layer.name()));
        for (StoredWeight weight : stored) {
            owner(weight.name(), names).ifPresent(
                    name -> byLayer.computeIfAbsent(name, key -> new ArrayList<>()).add(weight));
        }
    }

    @Override
    public List<StoredWeight> of(KerasLayer layer) {
        return byLayer.getOrDefault(layer.name(), List.of());
    }

    @Override
    public WeightStore inside(KerasLayer model) {
        List<StoredWeight> own = of(model);
        KerasModel inner = model.model().orElseThrow();
        return own.isEmpty() ? new NestedWeightStore(all(), inner) : new NestedWeightStore(own, inner);
    }

    private List<StoredWeight> all() {
        return byLayer.values().stream().flatMap(List::stream).toList();
    }

    /** The layer whose name is a part of the weight's path: {@code encoder/conv1/kernel:0}, or {@code conv1_W}. */
    private static Optional<String> owner(String weight, List<String> layers) {
        List<String> parts = Arrays.asList(weight.split("/"));
        Optional<String> exact = layers.stream().filter(parts::contains).findFirst();
        return exact.isPresent() ? exact : layers.stream().filter(layer -> weight.startsWith(layer + "_"))
                .max(Comparator.comparingInt(String::length));
    }
}
