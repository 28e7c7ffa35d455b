// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.io;

import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import org.eclipse.emf.common.util.ECollections;
import org.eclipse.emf.ecore.EObject;
import org.vesalius.network.Connection;
import org.vesalius.network.Layer;
import org.vesalius.network.LayerGraph;

/**
 * The order in which a drawing is written, so that versions of a file differ where the drawings differ: layers stay in
 * their order, connections follow that of the layers at their ends and their inputs, whatever was drawn first.
 */
final class StableOrder {
    private StableOrder() {
    }

    /** Sorts the connections of a network or block, those inside its blocks too. */
    static void apply(EObject root) {
        sort((LayerGraph) root);
        for (Iterator<EObject> inside = root.eAllContents(); inside.hasNext();) {
            if (inside.next() instanceof LayerGraph block) {
                sort(block);
            }
        }
    }

    private static void sort(LayerGraph graph) {
        Map<Layer, Integer> places = new HashMap<>();
        graph.getLayers().forEach(layer -> places.put(layer, places.size()));
        ECollections.sort(graph.getConnections(),
                Comparator.comparingInt((Connection connection) -> place(places, connection.getTarget()))
                        .thenComparingInt(Connection::getTargetInput)
                        .thenComparingInt(connection -> place(places, connection.getSource())));
    }

    /** Loose ends come last. */
    private static int place(Map<Layer, Integer> places, Layer end) {
        return places.getOrDefault(end, Integer.MAX_VALUE);
    }
}
