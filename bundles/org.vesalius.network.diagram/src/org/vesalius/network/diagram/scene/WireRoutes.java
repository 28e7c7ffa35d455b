// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.diagram.scene;

import java.util.List;

/**
 * Leads connections between layers of which all are known, each on a numbered lane where it needs one.
 *
 * @param obstacles where the layers stand
 */
public record WireRoutes(List<Box> obstacles) {
    private static final int BESIDE = 20;
    private static final int BETWEEN_LANES = 12;

    /** Copies the list. */
    public WireRoutes {
        obstacles = List.copyOf(obstacles);
    }

    /**
     * Whether a connection has to go around layers, or upwards.
     *
     * @param from the layer it leaves
     * @param to the layer it reaches
     * @param end the place on the edge of {@code to} where it arrives
     */
    boolean needsLane(Box from, Box to, Point end) {
        return new WireCourse(from.below(), end).needsLane(new Others(from, to, 0));
    }

    /**
     * The corners of a connection.
     *
     * @param from the layer it leaves
     * @param to the layer it reaches
     * @param end the place on the edge of {@code to} where it arrives
     * @param lane which of the lanes side by side it takes if it needs one, from 0
     */
    public List<Point> route(Box from, Box to, Point end, int lane) {
        return new WireCourse(from.below(), end).corners(new Others(from, to, lane));
    }

    /** The layers besides the two ends of a connection. */
    private final class Others implements Surroundings {
        private final Box from;
        private final Box to;
        private final int lane;

        private Others(Box from, Box to, int lane) {
            this.from = from;
            this.to = to;
            this.lane = lane;
        }

        @Override
        public boolean isTaken(Box area) {
            return obstacles.stream().anyMatch(box -> !box.equals(from) && !box.equals(to) && box.intersects(area));
        }

        @Override
        public int freeLane(int x, int top, int bottom) {
            return clear(clear(x, top, bottom) + lane * BETWEEN_LANES, top, bottom);
        }
    }

    private int clear(int from, int top, int bottom) {
        int lane = from;
        boolean moved = true;
        while (moved) {
            moved = false;
            for (Box box : obstacles) {
                boolean beside = box.y() < bottom && box.bottom() > top;
                if (beside && box.x() - BESIDE < lane && box.right() + BESIDE > lane) {
                    lane = box.right() + BESIDE;
                    moved = true;
                }
            }
        }
        return lane;
    }
}
