// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.graph;

import java.util.ArrayList;
import java.util.List;
import org.vesalius.network.Connection;
import org.vesalius.network.Layer;

/** What takes the result of a layer. */
public final class Successors {
    private Successors() {
    }

    /** The layers fed by a layer; a connection without a target is left out. */
    public static List<Layer> of(Layer layer) {
        List<Layer> targets = new ArrayList<>();
        for (Connection connection : layer.getOutgoing()) {
            if (connection.eContainer() != null && connection.getTarget() != null) {
                targets.add(connection.getTarget());
            }
        }
        return targets;
    }

    /** The connections out of a layer; those taken out of their network are left out. */
    public static List<Connection> connections(Layer layer) {
        return layer.getOutgoing().stream().filter(c -> c.eContainer() != null).toList();
    }
}
