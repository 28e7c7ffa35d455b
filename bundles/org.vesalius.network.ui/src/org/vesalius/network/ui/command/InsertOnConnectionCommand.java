// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.ui.command;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

import org.eclipse.draw2d.geometry.Point;
import org.vesalius.network.BlockInput;
import org.vesalius.network.BlockOutput;
import org.vesalius.network.Connection;
import org.vesalius.network.Input;
import org.vesalius.network.Layer;
import org.vesalius.network.LayerGraph;
import org.vesalius.network.Output;
import org.vesalius.network.graph.Wiring;
import org.vesalius.network.meta.LayerInfo;
import org.vesalius.network.ui.layout.FreePlace;

/**
 * Puts a new layer into a connection: what flowed from source to target now flows through the layer,
 * and everything behind it moves down when the gap is too narrow.
 */
public final class InsertOnConnectionCommand extends NetworkCommand {
    private final Connection connection;
    private final Layer layer;
    private final int x;
    private final int y;
    private final int room;

    /**
     * @param x the left edge and {@code y} the upper edge of the layer, in canvas units
     * @param room how far below {@code y} the target may start at the earliest
     */
    public InsertOnConnectionCommand(LayerGraph graph, Connection connection, Layer layer, int x, int y,
            int room) {
        super("Insert " + LayerInfo.of(layer.eClass()).label(), graph);
        this.connection = Objects.requireNonNull(connection);
        this.layer = Objects.requireNonNull(layer);
        this.x = x;
        this.y = y;
        this.room = room;
    }

    @Override
    public boolean canExecute() {
        return !(layer instanceof Input) && !(layer instanceof Output) && !(layer instanceof BlockInput)
                && !(layer instanceof BlockOutput);
    }

    @Override
    protected void change(LayerGraph graph) {
        Layer target = connection.getTarget();
        makeRoom(target);
        Point place = FreePlace.in(graph).near(layer, x, y);
        add(graph, layer, place.x, place.y);
        int input = connection.getTargetInput();
        connection.setTarget(layer);
        connection.setTargetInput(0);
        new Wiring(graph).connect(layer, target, input);
    }

    private void makeRoom(Layer target) {
        int shift = y + room - target.getY();
        if (shift <= 0 || target.getY() < connection.getSource().getY()) {
            return;
        }
        int from = target.getY();
        for (Layer below : downstream(target)) {
            if (below.getY() >= from) {
                below.setY(below.getY() + shift);
            }
        }
    }

    private static Set<Layer> downstream(Layer start) {
        Set<Layer> reached = new LinkedHashSet<>();
        Deque<Layer> open = new ArrayDeque<>(List.of(start));
        while (!open.isEmpty()) {
            Layer next = open.pop();
            if (next != null && reached.add(next)) {
                next.getOutgoing().forEach(out -> open.push(out.getTarget()));
            }
        }
        return reached;
    }
}
