// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.graph;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.vesalius.network.Layer;
import org.vesalius.network.LayerGraph;

/**
 * The layers of a network, or of a block, in an order in which they can be computed, by Kahn's algorithm
 * (Communications of the ACM 5 (1962) 558–562): linear in layers and connections, without recursion. The order depends
 * on the model alone.
 *
 * @param layers every layer that can be computed, each behind all that feed it
 * @param cycles rings of layers that wait for each other, each in the direction of the data; none in a sound network
 */
public record TopologicalOrder(List<Layer> layers, List<List<Layer>> cycles) {

    /** Copies both lists. */
    public TopologicalOrder {
        layers = List.copyOf(layers);
        cycles = List.copyOf(cycles);
    }

    /** Orders the layers of a graph; a block counts as one, a connection with a loose end for nothing. */
    public static TopologicalOrder of(LayerGraph graph) {
        Map<Layer, Integer> waitingFor = new IdentityHashMap<>();
        graph.getLayers().forEach(layer -> waitingFor.put(layer, 0));
        for (Layer layer : graph.getLayers()) {
            for (Layer next : Successors.of(layer)) {
                waitingFor.computeIfPresent(next, (l, count) -> count + 1);
            }
        }
        List<Layer> ordered = takeReady(graph, waitingFor);
        return new TopologicalOrder(ordered, new Cycles(graph, waitingFor.keySet()).find());
    }

    /** Whether every layer has its place. */
    public boolean isAcyclic() {
        return cycles.isEmpty();
    }

    private static List<Layer> takeReady(LayerGraph graph, Map<Layer, Integer> waitingFor) {
        List<Layer> ordered = new ArrayList<>();
        Deque<Layer> ready = new ArrayDeque<>();
        graph.getLayers().stream().filter(layer -> waitingFor.get(layer) == 0).forEach(ready::add);
        while (!ready.isEmpty()) {
            Layer layer = ready.remove();
            waitingFor.remove(layer);
            ordered.add(layer);
            for (Layer next : Successors.of(layer)) {
                Integer left = waitingFor.computeIfPresent(next, (l, count) -> count - 1);
                if (left != null && left == 0) {
                    ready.add(next);
                }
            }
        }
        return ordered;
    }
}
