// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.ui.command;

import java.util.Objects;

import org.vesalius.network.Connection;
import org.vesalius.network.Layer;
import org.vesalius.network.Network;
import org.vesalius.network.graph.Wiring;

/** Moves one end of a connection to another layer. */
public final class ReconnectCommand extends NetworkCommand {
    private final Connection connection;
    private final Layer source;
    private final Layer target;

    private ReconnectCommand(Network network, Connection connection, Layer source, Layer target) {
        super("Reconnect", network);
        this.connection = Objects.requireNonNull(connection);
        this.source = source;
        this.target = target;
    }

    /** Lets the connection start at another layer. */
    public static ReconnectCommand source(Network network, Connection connection, Layer source) {
        return new ReconnectCommand(network, connection, source, connection.getTarget());
    }

    /** Lets the connection end at another layer, as its last input. */
    public static ReconnectCommand target(Network network, Connection connection, Layer target) {
        return new ReconnectCommand(network, connection, connection.getSource(), target);
    }

    @Override
    public boolean canExecute() {
        boolean same = connection.getSource() == source && connection.getTarget() == target;
        return !same && ConnectionRules.allows(source, target, connection);
    }

    @Override
    protected void change(Network network) {
        if (connection.getTarget() != target) {
            new Wiring(network).retarget(connection, target);
        }
        connection.setSource(source);
    }
}
