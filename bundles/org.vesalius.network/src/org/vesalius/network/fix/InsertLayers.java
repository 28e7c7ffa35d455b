// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.fix;

import java.util.List;
import java.util.Optional;
import org.vesalius.core.check.Fix;
import org.vesalius.network.Connection;

/**
 * Puts new layers, one behind the other, into a connection.
 *
 * @param label what the change means to the user
 * @param connection the connection that is divided; it keeps its source
 * @param layers the new layers, the first one next to the source
 */
public record InsertLayers(String label, Connection connection, List<NewLayer> layers) implements TransferableFix {

    /** Copies the list. */
    public InsertLayers {
        layers = List.copyOf(layers);
    }

    @Override
    public Optional<Fix> in(Drawing drawing) {
        return drawing.of(connection).map(drawn -> new InsertLayers(label, drawn, layers));
    }

    @Override
    public void apply() {
        for (int i = layers.size() - 1; i >= 0; i--) {
            NewLayer added = layers.get(i);
            new InsertLayer(label, connection, added.type(), added.setUp()).apply();
        }
    }
}
