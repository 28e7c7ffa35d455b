// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.exchange.keras.model;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Weights of a model inside a model: .h5 files list those of all its layers, however deep, in one row, first what is
 * trained and then the rest, so that a layer's are told by their names.
 */
public final class NestedWeightStore implements WeightStore {
    private final Map<List<String>, List<WeightStore.Stored>> byLayer;
    private final List<String> models;

    /**
     * @param stored the weights of all layers inside
     * @param model the model
     */
    public NestedWeightStore(List<WeightStore.Stored> stored, KerasModel model) {
        this(new HashMap<>(), List.of());
        List<Owner> owners = new ArrayList<>();
        collect(model, List.of(), owners);
        for (WeightStore.Stored weight : stored) {
            owner(weight.name(), owners).ifPresent(
                    owner -> byLayer.computeIfAbsent(owner.path(), key -> new ArrayList<>()).add(weight));
        }
    }

    private NestedWeightStore(Map<List<String>, List<WeightStore.Stored>> byLayer, List<String> models) {
        this.byLayer = byLayer;
        this.models = models;
    }

    @Override
    public List<WeightStore.Stored> of(KerasLayer layer) {
        return byLayer.getOrDefault(below(models, layer.name()), List.of());
    }

    @Override
    public WeightStore inside(KerasLayer model) {
        return new NestedWeightStore(byLayer, below(models, model.name()));
    }

    private static List<String> below(List<String> path, String name) {
        List<String> longer = new ArrayList<>(path);
        longer.add(name);
        return longer;
    }

    private static void collect(KerasModel model, List<String> path, List<Owner> owners) {
        for (KerasLayer layer : model.layers()) {
            List<String> own = below(path, layer.name());
            layer.model().ifPresentOrElse(inner -> collect(inner, own, owners), () -> owners.add(new Owner(own)));
        }
    }

    private static Optional<Owner> owner(String weight, List<Owner> owners) {
        List<String> steps = List.of(weight.split("/"));
        Optional<Owner> exact = owners.stream().filter(owner -> owner.place(steps) >= 0).max(Comparator
                .comparingInt((Owner owner) -> owner.around(steps))
                .thenComparingInt(owner -> -owner.place(steps)).thenComparingInt(owner -> owner.steps().size()));
        // Keras 1 says conv1_W
        return exact.isPresent() ? exact : owners.stream().filter(owner -> weight.startsWith(owner.name() + "_"))
                .max(Comparator.comparingInt(owner -> owner.name().length()));
    }

    /**
     * A layer that may own weights.
     *
     * @param path names of the models around it, then its own
     */
    private record Owner(List<String> path) {
        String name() {
            return path.get(path.size() - 1);
        }

        /** Its name may hold slashes, as those of the layers of DenseNet do. */
        List<String> steps() {
            return List.of(name().split("/"));
        }

        /** Where the name stands in the path of a weight before the name of the weight itself, -1 if it does not. */
        int place(List<String> weight) {
            return Collections.indexOfSubList(weight.subList(0, Math.max(0, weight.size() - 1)), steps());
        }

        /** How many of the models around it stand in the path too. */
        int around(List<String> weight) {
            return (int) path.subList(0, path.size() - 1).stream().filter(weight::contains).count();
        }
    }
}
