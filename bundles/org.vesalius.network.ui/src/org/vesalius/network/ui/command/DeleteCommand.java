// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.ui.command;

import java.util.Collection;
import java.util.List;

import org.vesalius.network.Connection;
import org.vesalius.network.Layer;
import org.vesalius.network.Network;
import org.vesalius.network.graph.Wiring;

/**
 * Removes layers and connections. Where a removed layer had one input and one output, its neighbours
 * are connected with each other, so that taking a layer out of a chain leaves a chain.
 */
public final class DeleteCommand extends NetworkCommand {
    private final List<Layer> layers;
    private final List<Connection> connections;

    /** Removes exactly these; the connections of a removed layer go with it. */
    public DeleteCommand(Network network, Collection<Layer> layers, Collection<Connection> connections) {
        super("Delete", network);
        this.layers = List.copyOf(layers);
        this.connections = List.copyOf(connections);
    }

    @Override
    public boolean canExecute() {
        return !layers.isEmpty() || !connections.isEmpty();
    }

    @Override
    protected void change(Network network) {
        Wiring wiring = new Wiring(network);
        connections.forEach(wiring::disconnect);
        layers.forEach(layer -> remove(layer, wiring));
    }

    private static void remove(Layer layer, Wiring wiring) {
        if (layer.getIncoming().size() == 1 && layer.getOutgoing().size() == 1) {
            heal(layer.getIncoming().get(0), layer.getOutgoing().get(0), wiring);
        }
        wiring.remove(layer);
    }

    /** Keeps the connection behind the layer, with its place among the target's inputs. */
    private static void heal(Connection before, Connection behind, Wiring wiring) {
        Layer source = before.getSource();
        wiring.disconnect(before);
        if (ConnectionRules.allows(source, behind.getTarget(), behind)) {
            behind.setSource(source);
        }
    }
}
