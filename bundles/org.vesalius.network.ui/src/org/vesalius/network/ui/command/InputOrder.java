// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.ui.command;

import java.util.ArrayList;
import java.util.List;

import org.vesalius.network.Connection;
import org.vesalius.network.graph.Inputs;

/** Puts a connection at a place among the inputs of its target; the others keep their order. */
final class InputOrder {
    private InputOrder() {
    }

    /** Makes a connection input number {@code place}, counted from 0, or the last one if there are not so many. */
    static void place(Connection connection, int place) {
        List<Connection> inputs = new ArrayList<>(Inputs.connections(connection.getTarget()));
        inputs.remove(connection);
        inputs.add(Math.min(place, inputs.size()), connection);
        for (int i = 0; i < inputs.size(); i++) {
            inputs.get(i).setTargetInput(i);
        }
    }
}
