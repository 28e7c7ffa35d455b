// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.fix;

import java.util.Optional;
import org.vesalius.core.check.Fix;
import org.vesalius.network.Connection;
import org.vesalius.network.LayerGraph;
import org.vesalius.network.graph.Wiring;

/**
 * Takes a connection out of its network.
 *
 * @param label what the change means to the user
 * @param connection the connection
 */
public record RemoveConnection(String label, Connection connection) implements TransferableFix {
    @Override
    public Optional<Fix> in(Drawing drawing) {
        return drawing.of(connection).map(drawn -> new RemoveConnection(label, drawn));
    }

    @Override
    public void apply() {
        if (connection.eContainer() instanceof LayerGraph graph) {
            new Wiring(graph).disconnect(connection);
        }
    }
}
