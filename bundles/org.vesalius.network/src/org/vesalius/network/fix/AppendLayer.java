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
 * Adds a new layer behind a layer.
 *
 * @param label what the change means to the user
 * @param layer the layer whose result the new one takes
 * @param type the type of the new layer
 * @param setUp sets attributes of the new layer that differ from the defaults
 */
public record AppendLayer(String label, Layer layer, EClass type, Consumer<Layer> setUp) implements TransferableFix {
    @Override
    public Optional<Fix> in(Drawing drawing) {
        return drawing.of(layer).map(drawn -> new AppendLayer(label, drawn, type, setUp));
    }

    @Override
    public void apply() {
        if (layer.eContainer() instanceof LayerGraph graph) {
            Layer added = new Wiring(graph).add(type);
            setUp.accept(added);
            new Room(graph).placeBelow(layer, added);
            new Wiring(graph).connect(layer, added);
        }
    }
}
