// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.ui.command;

import java.util.Collection;
import java.util.List;
import java.util.Set;

import org.eclipse.emf.ecore.EObject;
import org.vesalius.network.Connection;
import org.vesalius.network.Layer;
import org.vesalius.network.LayerGraph;
import org.vesalius.network.graph.Wiring;

/**
 * Removes layers and connections. Where a removed layer had one input, what it fed is connected with that input, so
 * that taking a layer out of a chain leaves a chain.
 */
public final class DeleteCommand extends NetworkCommand {
    private final List<Layer> layers;
    private final List<Connection> connections;

    /**
     * Removes exactly these, wherever in the network they are; the connections of a removed layer go with it.
     *
     * @param graph the network, or any block of it
     */
    public DeleteCommand(LayerGraph graph, Collection<Layer> layers, Collection<Connection> connections) {
        super("Delete", graph);
        this.layers = List.copyOf(layers);
        this.connections = List.copyOf(connections);
    }

    @Override
    public boolean canExecute() {
        return !layers.isEmpty() || !connections.isEmpty();
    }

    @Override
    protected void change(LayerGraph graph) {
        Set<EObject> going = Set.copyOf(layers);
        connections.forEach(connection -> wiring(connection).disconnect(connection));
        layers.stream().filter(layer -> !isInside(layer, going)).forEach(DeleteCommand::remove);
    }

    /** What lies in a block goes with the block. */
    private static boolean isInside(Layer layer, Set<EObject> going) {
        EObject outer = layer.eContainer();
        while (outer != null && !going.contains(outer)) {
            outer = outer.eContainer();
        }
        return outer != null;
    }

    private static Wiring wiring(EObject content) {
        return new Wiring((LayerGraph) content.eContainer());
    }

    private static void remove(Layer layer) {
        Wiring wiring = wiring(layer);
        if (layer.getIncoming().size() == 1) {
            Layer source = layer.getIncoming().get(0).getSource();
            wiring.disconnect(layer.getIncoming().get(0));
            List.copyOf(layer.getOutgoing()).forEach(behind -> heal(source, behind));
        }
        wiring.remove(layer);
    }

    /** Keeps the connection behind the layer, with its place among the target's inputs. */
    private static void heal(Layer source, Connection behind) {
        if (ConnectionRules.allows(source, behind.getTarget(), behind)) {
            behind.setSource(source);
        }
    }
}
