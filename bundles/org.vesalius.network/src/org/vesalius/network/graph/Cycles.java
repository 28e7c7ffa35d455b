// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.graph;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.vesalius.network.Layer;
import org.vesalius.network.LayerGraph;

/**
 * Finds rings among the layers that no order of computation reaches. Each of these has at least one predecessor among
 * them, so walking backwards ends in a ring; each layer is walked over once.
 */
final class Cycles {
    private final LayerGraph graph;
    private final Set<Layer> stuck;
    private final Map<Layer, Integer> walkOf = new IdentityHashMap<>();

    Cycles(LayerGraph graph, Set<Layer> stuck) {
        this.graph = graph;
        this.stuck = stuck;
    }

    List<List<Layer>> find() {
        List<List<Layer>> cycles = new ArrayList<>();
        int walk = 0;
        for (Layer layer : graph.getLayers()) {
            if (stuck.contains(layer) && !walkOf.containsKey(layer)) {
                walkBack(layer, walk++).ifPresent(cycles::add);
            }
        }
        return cycles;
    }

    private Optional<List<Layer>> walkBack(Layer start, int walk) {
        List<Layer> path = new ArrayList<>();
        Layer layer = start;
        while (!walkOf.containsKey(layer)) {
            walkOf.put(layer, walk);
            path.add(layer);
            layer = predecessor(layer);
        }
        if (walkOf.get(layer) != walk) {
            return Optional.empty();
        }
        List<Layer> ring = new ArrayList<>(path.subList(path.indexOf(layer), path.size()));
        Collections.reverse(ring);
        Collections.rotate(ring, 1);
        return Optional.of(List.copyOf(ring));
    }

    private Layer predecessor(Layer layer) {
        return Inputs.of(layer).stream().filter(stuck::contains).findFirst().orElseThrow();
    }
}
