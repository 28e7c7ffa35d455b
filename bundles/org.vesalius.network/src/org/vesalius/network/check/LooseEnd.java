// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.check;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Optional;
import java.util.Set;
import org.vesalius.network.Layer;
import org.vesalius.network.Output;
import org.vesalius.network.graph.Inputs;
import org.vesalius.network.graph.Successors;

/** Finds layers whose result nobody takes, which a layer without inputs could be connected to. */
final class LooseEnd {
    private final CheckedNetwork network;

    LooseEnd(CheckedNetwork network) {
        this.network = network;
    }

    /** The lowest one above a layer on the canvas that does not depend on it and feeds it not yet. */
    Optional<Layer> above(Layer layer) {
        Optional<Layer> nearest = network.layers().stream()
                .filter(end -> end != layer && !(end instanceof Output) && end.getY() <= layer.getY())
                .filter(end -> Successors.of(end).isEmpty() && !Inputs.of(layer).contains(end))
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
