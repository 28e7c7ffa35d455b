// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.ui.figure;

import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.function.IntUnaryOperator;

import org.eclipse.draw2d.AbstractRouter;
import org.eclipse.draw2d.Connection;
import org.eclipse.draw2d.ConnectionAnchor;
import org.eclipse.draw2d.geometry.Point;
import org.eclipse.draw2d.geometry.PointList;
import org.eclipse.draw2d.geometry.Rectangle;
import org.vesalius.network.diagram.scene.Box;
import org.vesalius.network.diagram.scene.Surroundings;
import org.vesalius.network.diagram.scene.WireCourse;

/** Leads connections around the layers of the canvas, each that needs one on a lane of its own. */
public final class FlowRouter extends AbstractRouter {
    private final SkipLanes lanes = new SkipLanes();

    @Override
    public void remove(Connection connection) {
        lanes.release(connection);
    }

    @Override
    public void route(Connection connection) {
        // The points of the base class are rounded, and so depend on the zoom.
        Point start = place(connection.getSourceAnchor(), connection.getTargetAnchor());
        Point end = place(connection.getTargetAnchor(), connection.getSourceAnchor());
        connection.translateToRelative(start);
        connection.translateToRelative(end);
        connection.setPoints(RoundedCorners.of(corners(start, end, connection)));
    }

    private static Point place(ConnectionAnchor anchor, ConnectionAnchor other) {
        return anchor.getLocation(other.getReferencePoint()).getCopy();
    }

    private PointList corners(Point start, Point end, Connection connection) {
        lanes.release(connection);
        PointList points = new PointList();
        new WireCourse(place(start), place(end)).corners(around(connection))
                .forEach(corner -> points.addPoint(corner.x(), corner.y()));
        return points;
    }

    private Surroundings around(Connection connection) {
        Obstacles obstacles = Obstacles.around(connection);
        return new Surroundings() {
            @Override
            public boolean isTaken(Box area) {
                return obstacles.block(new Rectangle(area.x(), area.y(), area.width(), area.height()),
                        connection.getSourceAnchor().getOwner(), connection.getTargetAnchor().getOwner());
            }

            @Override
            public int freeLane(int from, int top, int bottom) {
                return lanes.take(connection, top, bottom, from,
                        wanted -> obstacles.freeLane(wanted, top, bottom));
            }
        };
    }

    private static org.vesalius.network.diagram.scene.Point place(Point point) {
        return new org.vesalius.network.diagram.scene.Point(point.x, point.y);
    }
}

/** Rounds the corners of a line that runs along the axes. */
final class RoundedCorners {
    private static final int RADIUS = 8;
    private static final int STEPS = 4;

    private RoundedCorners() {
    }

    static PointList of(PointList corners) {
        PointList rounded = new PointList(corners.size() * (STEPS + 1));
        rounded.addPoint(corners.getFirstPoint());
        for (int i = 1; i < corners.size() - 1; i++) {
            bend(rounded, corners.getPoint(i - 1), corners.getPoint(i), corners.getPoint(i + 1));
        }
        rounded.addPoint(corners.getLastPoint());
        return rounded;
    }

    /** A quadratic curve from shortly before the corner to shortly behind it. */
    private static void bend(PointList rounded, Point before, Point corner, Point behind) {
        double reach = Math.min(RADIUS, Math.min(distance(before, corner), distance(corner, behind)) / 2);
        double[] from = towards(corner, before, reach);
        double[] to = towards(corner, behind, reach);
        for (int i = 0; i <= STEPS; i++) {
            double t = (double) i / STEPS;
            double a = (1 - t) * (1 - t);
            double b = 2 * t * (1 - t);
            double c = t * t;
            rounded.addPoint((int) Math.round(a * from[0] + b * corner.x + c * to[0]),
                    (int) Math.round(a * from[1] + b * corner.y + c * to[1]));
        }
    }

    private static double distance(Point a, Point b) {
        return Math.hypot(a.x - b.x, a.y - b.y);
    }

    private static double[] towards(Point corner, Point goal, double reach) {
        double length = distance(corner, goal);
        double part = length == 0 ? 0 : reach / length;
        return new double[] {corner.x + (goal.x - corner.x) * part, corner.y + (goal.y - corner.y) * part};
    }
}

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
