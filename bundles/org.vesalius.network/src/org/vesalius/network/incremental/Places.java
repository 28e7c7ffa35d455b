// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.incremental;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.vesalius.network.Layer;

/** Layers in an order, each with its place in it. Immutable. */
public final class Places {
    private static final int NONE = -1;

    private final List<Layer> layers;
    private final Map<Layer, Integer> places;

    private Places(List<Layer> layers) {
        this.layers = layers;
        this.places = new IdentityHashMap<>(2 * layers.size());
        for (int i = 0; i < layers.size(); i++) {
            places.put(layers.get(i), i);
        }
    }

    /** The places of layers, each of which is there once. */
    public static Places of(List<Layer> layers) {
        return new Places(List.copyOf(layers));
    }

    /** These, if the layers are the same as before in the same order; who compares them by identity knows so. */
    public Places or(List<Layer> now) {
        return layers.equals(now) ? this : of(now);
    }

    /** The layers in their order. */
    public List<Layer> layers() {
        return layers;
    }

    boolean contains(Layer layer) {
        return places.containsKey(layer);
    }

    /** Where a layer stands, from 0; negative if it is not among them. */
    int of(Layer layer) {
        return places.getOrDefault(layer, NONE);
    }
}
