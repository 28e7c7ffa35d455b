// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.graph;

import java.util.ArrayList;
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
        List<Layer> sources = new ArrayList<>();
        for (Connection connection : connections(layer)) {
            if (connection.getSource() != null) {
                sources.add(connection.getSource());
            }
        }
        return sources;
    }

    /** The connections into a layer, input 0 first; those taken out of their network are left out. */
    public static List<Connection> connections(Layer layer) {
        List<Connection> connections = new ArrayList<>();
        for (Connection connection : layer.getIncoming()) {
            if (connection.eContainer() != null) {
                connections.add(connection);
            }
        }
        if (connections.size() > 1) {
            connections.sort(Comparator.comparingInt(Connection::getTargetInput));
        }
        return connections;
    }
}
