// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.ui.command;

import java.util.Objects;

import org.vesalius.network.Layer;
import org.vesalius.network.Network;
import org.vesalius.network.graph.Wiring;

/** Connects two layers; the new connection is the target's last input. */
public final class ConnectCommand extends NetworkCommand {
    private final Layer source;
    private Layer target;

    /** Starts a connection; {@link #setTarget} completes it. */
    public ConnectCommand(Network network, Layer source) {
        super("Connect", network);
        this.source = Objects.requireNonNull(source);
    }

    /** Sets where the connection ends. */
    public void setTarget(Layer layer) {
        target = layer;
    }

    @Override
    public boolean canExecute() {
        return ConnectionRules.allows(source, target);
    }

    @Override
    protected void change(Network network) {
        new Wiring(network).connect(source, target);
    }
}
