// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.check;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.vesalius.network.BlockOutput;
import org.vesalius.network.Layer;
import org.vesalius.network.LayerGraph;
import org.vesalius.network.Output;
import org.vesalius.network.graph.Successors;

/** Finds layers whose result nobody takes, which a layer without inputs could be connected to. */
final class LooseEnds {
    private final List<Layer> ends;

    LooseEnds(LayerGraph graph) {
        ends = graph.getLayers().stream()
                .filter(layer -> !(layer instanceof Output || layer instanceof BlockOutput) && Successors.of(layer).isEmpty()).toList();
    }

    /** The lowest one above a layer on the canvas that does not depend on it. */
    Optional<Layer> above(Layer layer) {
        Optional<Layer> nearest = ends.stream().filter(end -> end != layer && end.getY() <= layer.getY())
                .max(Comparator.comparingInt(Layer::getY));
        return nearest.filter(end -> !dependsOn(layer, end));
    }

    private static boolean dependsOn(Layer layer, Layer end) {
        Set<Layer> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        Deque<Layer> open = new ArrayDeque<>(Set.of(layer));
        while (!open.isEmpty()) {
            Layer next = open.remove();
            if (next == end) {
                return true;
            }
            if (seen.add(next)) {
                open.addAll(Successors.of(next));
            }
        }
        return false;
    }
}
