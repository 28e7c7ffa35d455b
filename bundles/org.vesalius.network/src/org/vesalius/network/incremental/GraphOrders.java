// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.incremental;

import java.util.IdentityHashMap;
import java.util.Map;
import org.vesalius.network.LayerGraph;
import org.vesalius.network.graph.TopologicalOrder;

/** The orders of computation of the parts of a drawing. One that nobody asked for in a round is forgotten. */
public final class GraphOrders {
    private Map<LayerGraph, TopologicalOrder> before = new IdentityHashMap<>();
    private Map<LayerGraph, TopologicalOrder> now = new IdentityHashMap<>();

    /** @param structure whether layers or connections came, went or moved since the round before */
    void begin(boolean structure) {
        before = structure ? Map.of() : now;
        now = new IdentityHashMap<>();
    }

    /** The order of computation of a network, or of the inside of a block. */
    public TopologicalOrder of(LayerGraph graph) {
        TopologicalOrder known = now.getOrDefault(graph, before.get(graph));
        TopologicalOrder order = known == null ? TopologicalOrder.of(graph) : known;
        now.put(graph, order);
        return order;
    }
}
