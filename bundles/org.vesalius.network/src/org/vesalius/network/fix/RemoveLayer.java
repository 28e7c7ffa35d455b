// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.fix;

import java.util.Optional;
import org.vesalius.core.check.Fix;
import org.vesalius.network.Layer;
import org.vesalius.network.LayerGraph;
import org.vesalius.network.graph.Wiring;

/**
 * Takes a layer and its connections out of its network.
 *
 * @param label what the change means to the user
 * @param layer the layer
 */
public record RemoveLayer(String label, Layer layer) implements TransferableFix {
    @Override
    public Optional<Fix> in(Drawing drawing) {
        return drawing.of(layer).map(drawn -> new RemoveLayer(label, drawn));
    }

    @Override
    public void apply() {
        if (layer.eContainer() instanceof LayerGraph graph) {
            new Wiring(graph).remove(layer);
        }
    }
}
