// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.exchange.keras.model;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.vesalius.network.exchange.hdf5.Hdf5File;

/**
 * Weights of a .keras archive: a group for each layer, called by its class and a number ({@code conv2d}, {@code
 * conv2d_1}…), with arrays numbered in {@code vars} there or in groups for its parts.
 */
public final class VarsWeightStore implements WeightStore {
    private static final int MAX_DEPTH = 8;
    /** The parts of layers that have parts, in the order in which Keras lists their weights. */
    private static final List<String> PARTS = List.of("forward_layer", "backward_layer", "query_dense", "key_dense",
            "value_dense", "output_dense", "cell", "layer");

    private final Hdf5File file;
    private final Map<String, String> groups = new HashMap<>();

    /** @param root the group of the model; empty for the outermost */
    public VarsWeightStore(Hdf5File file, String root, KerasModel model) {
        this.file = file;
        String container = List.of("layers", "_layer_checkpoint_dependencies").stream()
                .map(name -> root + "/" + name).filter(file::hasGroup).findFirst().orElse(root + "/layers");
        Map<String, Integer> counts = new HashMap<>();
        for (KerasLayer layer : model.layers()) {
            if (layer.type().startsWith(KerasLayer.OPERATION)) {
                continue; // a function is no layer, and counts as none
            }
            String stem = snakeCase(layer.written());
            int number = counts.merge(stem, 1, Integer::sum) - 1;
            groups.put(layer.name(), container + "/" + stem + (number == 0 ? "" : "_" + number));
        }
    }

    @Override
    public List<WeightStore.Stored> of(KerasLayer layer) {
        List<WeightStore.Stored> weights = new ArrayList<>();
        collect(groups.getOrDefault(layer.name(), ""), weights, 0);
        return weights;
    }

    @Override
    public WeightStore inside(KerasLayer model) {
        return new VarsWeightStore(file, groups.get(model.name()), model.model().orElseThrow());
    }

    private void collect(String group, List<WeightStore.Stored> weights, int depth) {
        if (depth > MAX_DEPTH || !file.hasGroup(group)) {
            return;
        }
        String vars = group + "/vars";
        file.children(vars).stream().sorted(Comparator.comparingInt(String::length).thenComparing(name -> name))
                .forEach(name -> weights.add(new WeightStore.Stored(name, file.tensor(vars + "/" + name))));
        for (String part : PARTS) {
            collect(group + "/" + part, weights, depth + 1);
        }
    }

    /** As Keras 3 turns class names into names of groups: {@code MultiHeadAttention} to {@code multi_head_attention}. */
    public static String snakeCase(String type) {
        return type.replaceAll("\\W+", "").replaceAll("(.)([A-Z][a-z]+)", "$1_$2")
                .replaceAll("([a-z])([A-Z])", "$1_$2").toLowerCase(Locale.ROOT);
    }
}
