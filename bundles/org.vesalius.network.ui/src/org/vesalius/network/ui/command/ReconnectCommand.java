// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.ui.command;

import java.util.Objects;

import org.vesalius.network.Connection;
import org.vesalius.network.Layer;
import org.vesalius.network.LayerGraph;
import org.vesalius.network.graph.Inputs;
import org.vesalius.network.graph.Wiring;

/** Moves one end of a connection to another layer, or to another input of the same one. */
public final class ReconnectCommand extends NetworkCommand {
    private static final int LAST = Integer.MAX_VALUE;

    private final Connection connection;
    private final Layer source;
    private final Layer target;
    private final int input;

    private ReconnectCommand(LayerGraph graph, Connection connection, Layer source, Layer target, int input) {
        super("Reconnect", graph);
        this.connection = Objects.requireNonNull(connection);
        this.source = source;
        this.target = target;
        this.input = input;
    }

    /** Lets the connection start at another layer. */
    public static ReconnectCommand source(LayerGraph graph, Connection connection, Layer source) {
        return new ReconnectCommand(graph, connection, source, connection.getTarget(), LAST);
    }

    /** Lets the connection end at another layer, as its last input. */
    public static ReconnectCommand target(LayerGraph graph, Connection connection, Layer target) {
        return target(graph, connection, target, LAST);
    }

    /** Lets the connection end at a certain input, counted from 0; what is this input now moves to make place. */
    public static ReconnectCommand target(LayerGraph graph, Connection connection, Layer target, int input) {
        return new ReconnectCommand(graph, connection, connection.getSource(), target, input);
    }

    @Override
    public boolean canExecute() {
        boolean same = connection.getSource() == source && connection.getTarget() == target;
        return !(same && isInPlace()) && ConnectionRules.allows(source, target, connection);
    }

    private boolean isInPlace() {
        return input == LAST || Inputs.connections(target).indexOf(connection) == input;
    }

    @Override
    protected void change(LayerGraph graph) {
        if (connection.getTarget() != target) {
            new Wiring(graph).retarget(connection, target);
        }
        connection.setSource(source);
        if (input != LAST) {
            ConnectionRules.place(connection, input);
        }
    }
}
