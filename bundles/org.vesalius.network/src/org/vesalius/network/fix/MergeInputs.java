// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.fix;

import java.util.List;
import java.util.Optional;
import org.eclipse.emf.ecore.EClass;
import org.vesalius.core.check.Fix;
import org.vesalius.network.Connection;
import org.vesalius.network.Layer;
import org.vesalius.network.LayerGraph;
import org.vesalius.network.graph.Inputs;
import org.vesalius.network.graph.Wiring;

/**
 * Leads all that flows into a layer through a new merging layer first.
 *
 * @param label what the change means to the user
 * @param layer the layer that has more inputs than it takes
 * @param type the type of the merging layer, such as Concatenate
 */
public record MergeInputs(String label, Layer layer, EClass type) implements TransferableFix {
    @Override
    public Optional<Fix> in(Drawing drawing) {
        return drawing.of(layer).map(drawn -> new MergeInputs(label, drawn, type));
    }

    @Override
    public void apply() {
        if (!(layer.eContainer() instanceof LayerGraph graph)) {
            return;
        }
        List<Connection> inputs = Inputs.connections(layer);
        Wiring wiring = new Wiring(graph);
        Layer merge = wiring.add(type);
        new Room(graph).takePlaceOf(layer, merge);
        for (int i = 0; i < inputs.size(); i++) {
            inputs.get(i).setTargetInput(i);
            inputs.get(i).setTarget(merge);
        }
        wiring.connect(merge, layer, 0);
    }
}
