// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.ui.figure;

import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.function.IntUnaryOperator;

import org.eclipse.draw2d.Connection;

/** The ways downwards beside layers that connections have taken, so that no two run on the same. */
final class SkipLanes {
    private static final int APART = 12;

    private final Map<Connection, Lane> taken = new IdentityHashMap<>();

    private record Lane(int x, int top, int bottom) {
        boolean meets(int otherX, int otherTop, int otherBottom) {
            return Math.abs(x - otherX) < APART && top <= otherBottom && otherTop <= bottom;
        }
    }

    /** Gives a lane back. */
    void release(Connection connection) {
        taken.remove(connection);
    }

    /**
     * Takes the first lane from {@code from} to the right that is free of layers and of other connections.
     *
     * @param clear leads from a place to the nearest to its right, or the same, where no layer is in the way
     * @return where the lane runs
     */
    int take(Connection connection, int top, int bottom, int from, IntUnaryOperator clear) {
        int x = clear.applyAsInt(from);
        while (meetsAny(taken.values(), x, top, bottom)) {
            x = clear.applyAsInt(x + APART);
        }
        taken.put(connection, new Lane(x, top, bottom));
        return x;
    }

    private static boolean meetsAny(Collection<Lane> lanes, int x, int top, int bottom) {
        return lanes.stream().anyMatch(lane -> lane.meets(x, top, bottom));
    }
}
