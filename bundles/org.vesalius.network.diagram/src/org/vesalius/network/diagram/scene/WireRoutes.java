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

    /** Copies the list. */
    public WireRoutes {
        obstacles = List.copyOf(obstacles);
    }

    /**
     * The corners of a connection.
     *
     * @param from the layer it leaves
     * @param to the layer it reaches
     * @param end the place on the edge of {@code to} where it arrives
     */
    public List<Point> route(Box from, Box to, Point end) {
        Point start = from.below();
        List<Point> corners = new ArrayList<>();
        corners.add(start);
        if (end.y() - start.y() < LEAVE + ARRIVE) {
            lane(corners, start, end, Math.max(start.x(), end.x()) + CardSize.WIDTH / 2);
        } else if (isBlocked(start, end, from, to)) {
            lane(corners, start, end, Math.max(start.x(), end.x()));
        } else if (Math.abs(end.x() - start.x()) > STRAIGHT) {
            int middle = (start.y() + end.y()) / 2;
            corners.add(new Point(start.x(), middle));
            corners.add(new Point(end.x(), middle));
        }
        corners.add(end);
        return corners;
    }

    private void lane(List<Point> corners, Point start, Point end, int from) {
        int leave = start.y() + LEAVE;
        int arrive = end.y() - ARRIVE;
        int x = freeLane(from, Math.min(leave, arrive), Math.max(leave, arrive));
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
