// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.block;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.emf.common.util.ECollections;
import org.eclipse.emf.common.util.EList;
import org.vesalius.network.Connection;
import org.vesalius.network.Layer;
import org.vesalius.network.Network;
import org.vesalius.network.NetworkFactory;
import org.vesalius.network.NetworkPackage;

/** The network that an expansion fills, again and again, and what became different in it the last time. */
final class FlatNetwork {
    private final Network network = NetworkFactory.eINSTANCE.createNetwork();
    private List<Layer> layers = new ArrayList<>();
    private List<Connection> connections = new ArrayList<>();
    private final Set<Layer> changed = Collections.newSetFromMap(new IdentityHashMap<>());
    private boolean rewired;
    private boolean first = true;

    Network network() {
        return network;
    }

    /** Begins an expansion. */
    void begin() {
        layers = new ArrayList<>();
        connections = new ArrayList<>();
        changed.clear();
        rewired = false;
    }

    void add(Layer layer) {
        layers.add(layer);
    }

    void add(Connection connection) {
        connections.add(connection);
    }

    /** Notes that a layer is new, or not as it was. */
    void changed(Layer layer) {
        changed.add(layer);
    }

    /** Notes that a connection is new or gone. */
    void rewired(Connection connection) {
        rewired = true;
        if (connection.getSource() != null) {
            changed.add(connection.getSource());
        }
        if (connection.getTarget() != null) {
            changed.add(connection.getTarget());
        }
    }

    /**
     * Ends an expansion: the network consists of what was added, in this order.
     *
     * @param reordered whether connections may have changed their order
     */
    void finish(boolean reordered) {
        dropConnections();
        rewired |= become(network.getLayers(), layers);
        become(network.getConnections(), connections);
        if (!first && (rewired || reordered)) {
            orderEnds();
            rewired = true;
        }
        first = false;
    }

    private void dropConnections() {
        if (network.getConnections().equals(connections)) {
            return;
        }
        Set<Connection> kept = Collections.newSetFromMap(new IdentityHashMap<>());
        kept.addAll(connections);
        for (Connection connection : network.getConnections()) {
            if (!kept.contains(connection)) {
                rewired(connection);
                connection.eUnset(NetworkPackage.Literals.CONNECTION__SOURCE);
                connection.eUnset(NetworkPackage.Literals.CONNECTION__TARGET);
            }
        }
    }

    /** Replaces the part of a list that is different; what is gone counts as changed. */
    private <T> boolean become(EList<T> list, List<T> wanted) {
        int same = Math.min(list.size(), wanted.size());
        int start = 0;
        while (start < same && list.get(start) == wanted.get(start)) {
            start++;
        }
        int end = 0;
        while (end < same - start && list.get(list.size() - 1 - end) == wanted.get(wanted.size() - 1 - end)) {
            end++;
        }
        List<T> old = List.copyOf(list.subList(start, list.size() - end));
        if (old.isEmpty() && wanted.size() == list.size()) {
            return false;
        }
        noteGone(old);
        int last = list.size() - end;
        if (2 * old.size() > list.size()) {
            list.clear();
            list.addAll(wanted);
            return true;
        }
        for (int i = last - 1; i >= start; i--) {
            list.remove(i);
        }
        list.addAll(start, wanted.subList(start, wanted.size() - end));
        return true;
    }

    private void noteGone(List<?> old) {
        for (Object element : old) {
            if (element instanceof Layer layer) {
                changed.add(layer);
            }
        }
    }

    /** Connections stand at their layers in the order in which a first expansion makes them. */
    private void orderEnds() {
        Map<Layer, List<Connection>> outgoing = new IdentityHashMap<>();
        Map<Layer, List<Connection>> incoming = new IdentityHashMap<>();
        for (Connection connection : connections) {
            outgoing.computeIfAbsent(connection.getSource(), layer -> new ArrayList<>()).add(connection);
            incoming.computeIfAbsent(connection.getTarget(), layer -> new ArrayList<>()).add(connection);
        }
        outgoing.forEach((layer, wanted) -> order(layer, layer.getOutgoing(), wanted));
        incoming.forEach((layer, wanted) -> order(layer, layer.getIncoming(), wanted));
    }

    private void order(Layer layer, EList<Connection> ends, List<Connection> wanted) {
        if (!ends.equals(wanted)) {
            ECollections.setEList(ends, wanted);
            changed.add(layer);
        }
    }

    /** The layers that are new, not as they were, gone, or connected otherwise. */
    Set<Layer> changed() {
        return changed;
    }

    /** Whether layers or connections came, went or changed their order. */
    boolean isRewired() {
        return rewired;
    }
}
