// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.ui.command;

import org.vesalius.network.Connection;
import org.vesalius.network.Layer;
import org.vesalius.network.Network;
import org.vesalius.network.graph.Wiring;

/** Moves and removes connections so that the inputs of each layer stay numbered from 0 without gaps. */
final class Links {
    private final Wiring wiring;

    Links(Network network) {
        wiring = new Wiring(network);
    }

    /** Removes a connection; the inputs behind it move up by one. */
    void remove(Connection connection) {
        Layer target = connection.getTarget();
        int gap = connection.getTargetInput();
        wiring.disconnect(connection);
        closeGap(target, gap);
    }

    /** Lets a connection end at another layer, as its last input. */
    void retarget(Connection connection, Layer target) {
        Layer before = connection.getTarget();
        int gap = connection.getTargetInput();
        connection.setTargetInput(target.getIncoming().size());
        connection.setTarget(target);
        closeGap(before, gap);
    }

    private static void closeGap(Layer target, int gap) {
        if (target == null) {
            return;
        }
        for (Connection other : target.getIncoming()) {
            if (other.getTargetInput() > gap) {
                other.setTargetInput(other.getTargetInput() - 1);
            }
        }
    }
}
