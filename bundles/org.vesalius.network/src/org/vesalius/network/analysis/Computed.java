// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.analysis;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.vesalius.network.Layer;
import org.vesalius.network.Network;
import org.vesalius.network.block.BlockExpansion;
import org.vesalius.network.block.ExpandedNetwork;
import org.vesalius.network.check.CheckedNetwork;
import org.vesalius.network.graph.TopologicalOrder;
import org.vesalius.network.incremental.DrawnChanges;
import org.vesalius.network.incremental.GraphOrders;
import org.vesalius.network.incremental.Memory;
import org.vesalius.network.incremental.Places;
import org.vesalius.network.incremental.Round;
import org.vesalius.network.inference.InferredShapes;
import org.vesalius.network.inference.ShapeInference;
import org.vesalius.network.layer.LayerCatalog;

/** What is kept of a network without blocks, as long as it stays the same network. */
final class Computed {
    private final Network network;
    private final Memory memory = new Memory();
    private final ShapeInference inference;
    private Optional<TopologicalOrder> order = Optional.empty();
    private Places ordered = Places.of(List.of());
    private Places places = Places.of(List.of());
    private Set<Layer> changed = Set.of();

    Computed(Network network, LayerCatalog catalog) {
        this.network = network;
        this.inference = new ShapeInference(catalog);
    }

    boolean isOf(Network other) {
        return network == other;
    }

    /** Takes over what changed; a drawing that stands for itself has an order already. */
    void update(BlockExpansion expansion, ExpandedNetwork expanded, GraphOrders drawn) {
        if (order.isEmpty() || expansion.isRewired()) {
            TopologicalOrder now = expanded.isDrawing() ? drawn.of(network) : TopologicalOrder.of(network);
            order = Optional.of(now);
            ordered = ordered.or(now.layers());
            places = places.or(network.getLayers());
        }
        changed = DrawnChanges.withNeighbours(expansion.changed());
    }

    InferredShapes infer(long number) {
        InferredShapes inferred = inference.infer(new Round(number, ordered, changed));
        Set<Layer> more = Collections.newSetFromMap(new IdentityHashMap<>());
        more.addAll(changed);
        more.addAll(inference.visited());
        changed = more;
        return inferred;
    }

    CheckedNetwork.Rounds rounds(Round drawn) {
        return new CheckedNetwork.Rounds(drawn, new Round(drawn.number(), places, changed),
                new Round(drawn.number(), ordered, changed));
    }

    Memory memory() {
        return memory;
    }

    TopologicalOrder order() {
        return order.orElseThrow();
    }

    /** The layers of which something new may be known, those that are gone among them. */
    Set<Layer> changed() {
        return changed;
    }
}
