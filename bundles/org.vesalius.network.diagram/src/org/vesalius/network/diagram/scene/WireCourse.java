// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.diagram.scene;

import java.util.ArrayList;
import java.util.List;

/**
 * The course of a connection, on the canvas as in pictures: downwards, straight where the layers stand below each
 * other, otherwise down, across and down, and on a lane around layers that are in the way, so that a skip connection
 * can be told from the chain it skips.
 *
 * @param start where it leaves a layer
 * @param end where it reaches one
 */
public record WireCourse(Point start, Point end) {
    /** How far below its start a lane turns aside, and how far above its end it turns back: around labels. */
    private static final int LEAVE = 8;
    private static final int ARRIVE = 12;
    private static final int STRAIGHT = 2;

    /** Whether it has to go around layers, or upwards. */
    public boolean needsLane(Surroundings around) {
        return leadsUp() || isBlocked(around);
    }

    /** The corners from start to end, both included; lines run along the axes. */
    public List<Point> corners(Surroundings around) {
        List<Point> corners = new ArrayList<>();
        corners.add(start);
        if (leadsUp()) {
            addLane(corners, rightmost() + CardSize.WIDTH / 2, around);
        } else if (isBlocked(around)) {
            addLane(corners, rightmost(), around);
        } else if (Math.abs(end.x() - start.x()) > STRAIGHT) {
            int middle = (start.y() + end.y()) / 2;
            corners.add(new Point(start.x(), middle));
            corners.add(new Point(end.x(), middle));
        }
        corners.add(end);
        return corners;
    }

    private boolean leadsUp() {
        return end.y() - start.y() < LEAVE + ARRIVE;
    }

    private int rightmost() {
        return Math.max(start.x(), end.x());
    }

    private void addLane(List<Point> corners, int from, Surroundings around) {
        int leave = start.y() + LEAVE;
        int arrive = end.y() - ARRIVE;
        int x = around.freeLane(from, Math.min(leave, arrive), Math.max(leave, arrive));
        corners.add(new Point(start.x(), leave));
        corners.add(new Point(x, leave));
        corners.add(new Point(x, arrive));
        corners.add(new Point(end.x(), arrive));
    }

    private boolean isBlocked(Surroundings around) {
        if (end.y() - start.y() <= CardSize.HEIGHT) {
            return false;
        }
        int middle = (start.y() + end.y()) / 2;
        int left = Math.min(start.x(), end.x());
        return around.isTaken(new Box(start.x(), start.y(), 1, middle - start.y()))
                || around.isTaken(new Box(left, middle, Math.abs(end.x() - start.x()) + 1, 1))
                || around.isTaken(new Box(end.x(), middle, 1, end.y() - middle));
    }
}
