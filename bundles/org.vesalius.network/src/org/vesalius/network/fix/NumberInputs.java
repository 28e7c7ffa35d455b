// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.fix;

import java.util.List;
import java.util.Optional;
import org.vesalius.core.check.Fix;
import org.vesalius.network.Connection;
import org.vesalius.network.Layer;
import org.vesalius.network.graph.Inputs;

/**
 * Numbers the inputs of a layer 0, 1, 2…, in the order they have now.
 *
 * @param label what the change means to the user
 * @param layer the layer
 */
public record NumberInputs(String label, Layer layer) implements TransferableFix {
    @Override
    public Optional<Fix> in(Drawing drawing) {
        return drawing.of(layer).map(drawn -> new NumberInputs(label, drawn));
    }

    @Override
    public void apply() {
        List<Connection> inputs = Inputs.connections(layer);
        for (int i = 0; i < inputs.size(); i++) {
            inputs.get(i).setTargetInput(i);
        }
    }
}
