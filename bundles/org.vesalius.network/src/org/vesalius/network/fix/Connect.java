// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.fix;

import java.util.Optional;
import org.vesalius.core.check.Fix;
import org.vesalius.network.Layer;
import org.vesalius.network.LayerGraph;
import org.vesalius.network.graph.Wiring;

/**
 * Leads the result of a layer into the next free input of another.
 *
 * @param label what the change means to the user
 * @param source the layer that gives
 * @param target the layer that takes
 */
public record Connect(String label, Layer source, Layer target) implements TransferableFix {
    @Override
    public Optional<Fix> in(Drawing drawing) {
        return drawing.of(source).flatMap(from -> drawing.of(target).map(to -> new Connect(label, from, to)));
    }

    @Override
    public void apply() {
        if (source.eContainer() instanceof LayerGraph graph && target.eContainer() == graph) {
            new Wiring(graph).connect(source, target);
        }
    }
}
