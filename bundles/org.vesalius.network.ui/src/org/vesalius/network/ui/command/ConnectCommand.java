// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.ui.command;

import java.util.Objects;

import org.vesalius.network.BlockInput;
import org.vesalius.network.BlockOutput;
import org.vesalius.network.Connection;
import org.vesalius.network.Layer;
import org.vesalius.network.LayerGraph;
import org.vesalius.network.graph.Wiring;

/** Connects two layers. */
public final class ConnectCommand extends NetworkCommand {
    private static final int LAST = Integer.MAX_VALUE;

    private final Layer start;
    private ConnectionEnds ends;

    /** Starts a connection; {@link #setTarget} completes it. */
    public ConnectCommand(LayerGraph graph, Layer source) {
        super("Connect", graph);
        this.start = Objects.requireNonNull(source);
        this.ends = new ConnectionEnds(source, null, LAST);
    }

    /** Sets where the connection ends, as the last input. */
    public void setTarget(Layer layer) {
        setTarget(layer, LAST);
    }

    /** Sets where the connection ends; what is this input now, and all behind it, move up by one. */
    public void setTarget(Layer layer, int place) {
        ends = ConnectionEnds.drawn(start, layer, place);
    }

    @Override
    public boolean canExecute() {
        return ConnectionRules.allows(ends.source(), ends.target());
    }

    @Override
    protected void change(LayerGraph graph) {
        LayerGraph common = (LayerGraph) ends.source().eContainer();
        Connection connection = new Wiring(common).connect(ends.source(), ends.target());
        if (ends.input() != LAST) {
            ConnectionRules.place(connection, ends.input());
        }
    }

    /**
     * Where a connection that a user draws starts and ends. Through a Block input a block is reached from outside, and
     * through its Block output it gives its result, so that these stand for the block where the other end is outside.
     *
     * @param source the layer where it starts
     * @param target the layer where it ends
     * @param input the input of the target, counted from 0; Integer.MAX_VALUE for its last one
     */
    private record ConnectionEnds(Layer source, Layer target, int input) {
        /** Returns the ends for what was drawn. */
        static ConnectionEnds drawn(Layer source, Layer target, int input) {
            boolean together = target == null || source.eContainer() == target.eContainer();
            if (together) {
                return new ConnectionEnds(source, target, input);
            }
            Layer from = source instanceof BlockOutput && source.eContainer() instanceof Layer block ? block : source;
            if (target instanceof BlockInput inside && target.eContainer() instanceof Layer block) {
                return new ConnectionEnds(from, block, inside.getIndex());
            }
            return new ConnectionEnds(from, target, input);
        }
    }
}
