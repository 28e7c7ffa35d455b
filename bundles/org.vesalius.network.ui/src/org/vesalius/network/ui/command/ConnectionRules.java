// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.ui.command;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

import org.vesalius.network.BlockInput;
import org.vesalius.network.BlockOutput;
import org.vesalius.network.Connection;
import org.vesalius.network.Input;
import org.vesalius.network.Layer;
import org.vesalius.network.Output;
import org.vesalius.network.graph.Inputs;

/**
 * Which connections the canvas lets a user draw: only those that can be part of some valid network.
 * What a layer makes of its inputs is left to the checks, which explain themselves better than a
 * forbidden cursor does.
 */
public final class ConnectionRules {
    private ConnectionRules() {
    }

    /** Tells whether a new connection may go from {@code source} to {@code target}. */
    public static boolean allows(Layer source, Layer target) {
        return allows(source, target, null);
    }

    /**
     * Tells whether {@code moved}, a connection that exists, may go from {@code source} to
     * {@code target} instead of where it goes now.
     */
    public static boolean allows(Layer source, Layer target, Connection moved) {
        if (source == null || target == null || source == target) {
            return false;
        }
        boolean here = source.eContainer() == null || target.eContainer() == null
                || source.eContainer() == target.eContainer();
        if (!here || isLast(source) || isFirst(target)) {
            return false;
        }
        return !connected(source, target, moved) && !reaches(target, source, moved);
    }

    private static boolean isFirst(Layer layer) {
        return layer instanceof Input || layer instanceof BlockInput;
    }

    private static boolean isLast(Layer layer) {
        return layer instanceof Output || layer instanceof BlockOutput;
    }

    private static boolean connected(Layer source, Layer target, Connection ignored) {
        return source.getOutgoing().stream()
                .anyMatch(connection -> connection != ignored && connection.getTarget() == target);
    }

    /** A way from the target back to the source would close a cycle. */
    private static boolean reaches(Layer from, Layer goal, Connection ignored) {
        Deque<Layer> open = new ArrayDeque<>();
        Set<Layer> seen = new HashSet<>();
        open.add(from);
        while (!open.isEmpty()) {
            Layer layer = open.pop();
            if (layer == goal) {
                return true;
            }
            if (seen.add(layer)) {
                layer.getOutgoing().stream().filter(connection -> connection != ignored)
                        .map(Connection::getTarget).filter(Objects::nonNull).forEach(open::push);
            }
        }
        return false;
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
