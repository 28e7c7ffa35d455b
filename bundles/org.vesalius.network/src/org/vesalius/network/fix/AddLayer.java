// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.fix;

import java.util.Optional;
import java.util.function.Consumer;
import org.eclipse.emf.ecore.EClass;
import org.vesalius.core.check.Fix;
import org.vesalius.network.Layer;
import org.vesalius.network.LayerGraph;
import org.vesalius.network.graph.Wiring;

/**
 * Adds a new layer that is not connected yet.
 *
 * @param label what the change means to the user
 * @param graph the network, or the block
 * @param type the type of the new layer
 * @param setUp sets attributes of the new layer that differ from the defaults
 */
public record AddLayer(String label, LayerGraph graph, EClass type, Consumer<Layer> setUp) implements TransferableFix {
    @Override
    public Optional<Fix> in(Drawing drawing) {
        return drawing.of(graph).map(drawn -> new AddLayer(label, drawn, type, setUp));
    }

    @Override
    public void apply() {
        setUp.accept(new Wiring(graph).add(type));
    }
}
