// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.diagram.scene;

import java.util.ArrayList;
import java.util.List;
import org.vesalius.network.diagram.layout.CardSize;

/**
 * Leads connections downwards: straight where the layers stand below each other, otherwise down, across and down, and
 * on a lane of its own around layers that are in the way, so that a skip connection can be told from the chain it
 * skips.
 *
 * @param obstacles where the layers beside the connection stand
 */
public record WireRoutes(List<Box> obstacles) {
    private static final int LEAVE = 8;
    private static final int ARRIVE = 12;
    private static final int STRAIGHT = 2;
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
        Point start = from.below();
        return leadsUp(start, end) || isBlocked(start, end, from, to);
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
        Point start = from.below();
        List<Point> corners = new ArrayList<>();
        corners.add(start);
        if (needsLane(from, to, end)) {
            int beside = leadsUp(start, end) ? CardSize.WIDTH / 2 : 0;
            addLane(corners, start, end, Math.max(start.x(), end.x()) + beside, lane);
        } else if (Math.abs(end.x() - start.x()) > STRAIGHT) {
            int middle = (start.y() + end.y()) / 2;
            corners.add(new Point(start.x(), middle));
            corners.add(new Point(end.x(), middle));
        }
        corners.add(end);
        return corners;
    }

    private static boolean leadsUp(Point start, Point end) {
        return end.y() - start.y() < LEAVE + ARRIVE;
    }

    private void addLane(List<Point> corners, Point start, Point end, int from, int lane) {
        int leave = start.y() + LEAVE;
        int arrive = end.y() - ARRIVE;
        int top = Math.min(leave, arrive);
        int bottom = Math.max(leave, arrive);
        int x = freeLane(freeLane(from, top, bottom) + lane * BETWEEN_LANES, top, bottom);
        corners.add(new Point(start.x(), leave));
        corners.add(new Point(x, leave));
        corners.add(new Point(x, arrive));
        corners.add(new Point(end.x(), arrive));
    }

    private boolean isBlocked(Point start, Point end, Box from, Box to) {
        if (end.y() - start.y() <= CardSize.HEIGHT) {
            return false;
        }
        int middle = (start.y() + end.y()) / 2;
        int left = Math.min(start.x(), end.x());
        return isTaken(new Box(start.x(), start.y(), 1, middle - start.y()), from, to)
                || isTaken(new Box(left, middle, Math.abs(end.x() - start.x()) + 1, 1), from, to)
                || isTaken(new Box(end.x(), middle, 1, end.y() - middle), from, to);
    }

    private boolean isTaken(Box area, Box from, Box to) {
        return obstacles.stream().anyMatch(box -> !box.equals(from) && !box.equals(to) && box.intersects(area));
    }

    private int freeLane(int from, int top, int bottom) {
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
