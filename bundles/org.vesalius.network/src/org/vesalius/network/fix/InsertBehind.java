// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.fix;

import java.util.List;
import java.util.Optional;
import org.eclipse.emf.ecore.EClass;
import org.vesalius.core.check.Fix;
import org.vesalius.network.Connection;
import org.vesalius.network.Layer;
import org.vesalius.network.LayerGraph;
import org.vesalius.network.graph.Successors;
import org.vesalius.network.graph.Wiring;

/**
 * Puts a new layer behind each of some layers; all that took the old one's result take the new one's.
 *
 * @param label what the change means to the user
 * @param layers the layers
 * @param type the type of the new ones
 */
public record InsertBehind(String label, List<Layer> layers, EClass type) implements TransferableFix {

    /** Copies the list. */
    public InsertBehind {
        layers = List.copyOf(layers);
    }

    /** A layer that was drawn once and is computed several times is changed once. */
    @Override
    public Optional<Fix> in(Drawing drawing) {
        List<Layer> drawn = layers.stream().flatMap(layer -> drawing.of(layer).stream()).distinct().toList();
        return drawn.isEmpty() ? Optional.empty() : Optional.of(new InsertBehind(label, drawn, type));
    }

    @Override
    public void apply() {
        layers.forEach(this::insertBehind);
    }

    private void insertBehind(Layer layer) {
        if (!(layer.eContainer() instanceof LayerGraph graph)) {
            return;
        }
        List<Connection> outgoing = Successors.connections(layer);
        Layer added = new Wiring(graph).add(type);
        new Room(graph).placeBelow(layer, added);
        outgoing.forEach(connection -> connection.setSource(added));
        new Wiring(graph).connect(layer, added);
    }
}
