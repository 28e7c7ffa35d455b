// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.graph;

import java.util.Comparator;
import java.util.List;
import org.vesalius.network.Connection;
import org.vesalius.network.Layer;

/** The inputs of a layer in their order, which is that of {@link Connection#getTargetInput()}. */
public final class Inputs {
    private Inputs() {
    }

    /** The layers that feed a layer, input 0 first; a connection without a source is left out. */
    public static List<Layer> of(Layer layer) {
        return connections(layer).stream().filter(c -> c.getSource() != null).map(Connection::getSource).toList();
    }

    /** The connections into a layer, input 0 first; those taken out of their network are left out. */
    public static List<Connection> connections(Layer layer) {
        return layer.getIncoming().stream().filter(c -> c.eContainer() != null)
                .sorted(Comparator.comparingInt(Connection::getTargetInput)).toList();
    }
}
