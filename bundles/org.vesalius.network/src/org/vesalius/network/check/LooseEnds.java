// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.check;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.vesalius.network.BlockOutput;
import org.vesalius.network.Layer;
import org.vesalius.network.LayerGraph;
import org.vesalius.network.Output;
import org.vesalius.network.graph.Inputs;
import org.vesalius.network.graph.Successors;

/** Finds layers whose result nobody takes, which a layer without inputs could be connected to. */
final class LooseEnds {
    /** How far it is looked whether one layer depends on another: an offer is not worth more. */
    private static final int FAR = 1000;

    private final NavigableMap<Integer, List<Layer>> endsByRow = new TreeMap<>();

    LooseEnds(LayerGraph graph) {
        for (Layer layer : graph.getLayers()) {
            boolean ends = layer instanceof Output || layer instanceof BlockOutput;
            if (!ends && Successors.of(layer).isEmpty()) {
                endsByRow.computeIfAbsent(layer.getY(), row -> new ArrayList<>()).add(layer);
            }
        }
    }

    /** The lowest one above a layer on the canvas that does not depend on it. */
    Optional<Layer> above(Layer layer) {
        Map.Entry<Integer, List<Layer>> row = endsByRow.floorEntry(layer.getY());
        while (row != null && row.getValue().equals(List.of(layer))) {
            row = endsByRow.lowerEntry(row.getKey());
        }
        return row == null ? Optional.empty() : row.getValue().stream().filter(end -> end != layer).findFirst()
                .filter(end -> !dependsOn(layer, end));
    }

    /** Whether an end depends on a layer; said of those too for which it takes long to find out. */
    private static boolean dependsOn(Layer layer, Layer end) {
        if (Inputs.connections(end).isEmpty()) {
            return false;
        }
        Set<Layer> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        Deque<Layer> open = new ArrayDeque<>(Set.of(layer));
        while (!open.isEmpty()) {
            Layer next = open.remove();
            if (next == end || seen.size() > FAR) {
                return true;
            }
            if (seen.add(next)) {
                open.addAll(Successors.of(next));
            }
        }
        return false;
    }
}
