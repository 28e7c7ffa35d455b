// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.exchange.keras.write;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.vesalius.network.Attention;
import org.vesalius.network.Bidirectional;
import org.vesalius.network.Layer;
import org.vesalius.network.Recurrent;
import org.vesalius.network.TimeDistributed;
import org.vesalius.network.exchange.hdf5.Hdf5Group;
import org.vesalius.network.exchange.keras.model.VarsWeightStore;
import org.vesalius.network.exchange.keras.model.WeightStore;

/**
 * Weights in the layout of Keras 3: a group for each layer, called by its class and counted in the order of the model's
 * layers, with numbered arrays in {@code vars} there or in groups for its parts. Source: saving_lib.py of Keras 3.
 */
final class ArchiveWeights {
    private static final List<String> DIRECTIONS = List.of("/forward_layer", "/backward_layer");
    private static final List<String> PROJECTIONS = List.of("/query_dense", "/key_dense", "/value_dense",
            "/output_dense");

    private ArchiveWeights() {
    }

    static Hdf5Group of(KerasDescription description, WeightsOfLayers weights) {
        Hdf5Group root = new Hdf5Group();
        root.group("vars");
        Map<String, Integer> counts = new HashMap<>();
        for (Layer layer : description.layers()) {
            String stem = VarsWeightStore.snakeCase(description.type(layer));
            int number = counts.merge(stem, 1, Integer::sum) - 1;
            String group = "layers/" + stem + (number == 0 ? "" : "_" + number);
            root.group(group + "/vars");
            put(root, group, layer, weights.of(layer));
        }
        return root;
    }

    private static void put(Hdf5Group root, String group, Layer layer, List<WeightStore.Stored> weights) {
        if (layer instanceof Bidirectional wrapper) {
            putParts(root, group, DIRECTIONS, wrapper.getLayer(), weights);
        } else if (layer instanceof TimeDistributed wrapper) {
            root.group(group + "/layer/vars");
            put(root, group + "/layer", wrapper.getLayer(), weights);
        } else if (layer instanceof Attention) {
            putParts(root, group, PROJECTIONS, null, weights);
        } else {
            String place = group + (layer instanceof Recurrent ? "/cell" : "") + "/vars/";
            for (int i = 0; i < weights.size(); i++) {
                root.array(place + i, weights.get(i).tensor());
            }
        }
    }

    private static void putParts(Hdf5Group root, String group, List<String> parts, Layer inside,
            List<WeightStore.Stored> weights) {
        int size = weights.size() / parts.size();
        for (int i = 0; i < parts.size(); i++) {
            root.group(group + parts.get(i) + "/vars");
            put(root, group + parts.get(i), inside, weights.subList(i * size, (i + 1) * size));
        }
    }
}
