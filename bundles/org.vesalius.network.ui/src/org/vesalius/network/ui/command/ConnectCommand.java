// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.ui.command;

import java.util.Objects;

import org.vesalius.network.Connection;
import org.vesalius.network.Layer;
import org.vesalius.network.LayerGraph;
import org.vesalius.network.graph.Wiring;

/** Connects two layers. */
public final class ConnectCommand extends NetworkCommand {
    private final Layer source;
    private Layer target;
    private int input = Integer.MAX_VALUE;

    /** Starts a connection; {@link #setTarget} completes it. */
    public ConnectCommand(LayerGraph graph, Layer source) {
        super("Connect", graph);
        this.source = Objects.requireNonNull(source);
    }

    /** Sets where the connection ends, as the last input. */
    public void setTarget(Layer layer) {
        setTarget(layer, Integer.MAX_VALUE);
    }

    /** Sets where the connection ends; what is this input now, and all behind it, move up by one. */
    public void setTarget(Layer layer, int place) {
        target = layer;
        input = place;
    }

    /** Returns the layer where the connection starts. */
    public Layer source() {
        return source;
    }

    @Override
    public boolean canExecute() {
        return ConnectionRules.allows(source, target);
    }

    @Override
    protected void change(LayerGraph graph) {
        Connection connection = new Wiring(graph).connect(source, target);
        if (input != Integer.MAX_VALUE) {
            InputOrder.place(connection, input);
        }
    }
}
