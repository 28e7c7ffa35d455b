// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.ui.figure;

import org.eclipse.draw2d.AbstractRouter;
import org.eclipse.draw2d.Connection;
import org.eclipse.draw2d.IFigure;
import org.eclipse.draw2d.geometry.Point;
import org.eclipse.draw2d.geometry.PointList;
import org.eclipse.draw2d.geometry.Rectangle;

/**
 * Draws connections downwards: straight where the layers stand below each other, otherwise down,
 * across and down, and on a lane of its own around layers that are in the way, so that a skip
 * connection can be told from the chain it skips.
 */
public final class FlowRouter extends AbstractRouter {
    /** How far below its source a lane turns aside, and how far above its target it turns back: around labels. */
    private static final int LEAVE = 8;
    private static final int ARRIVE = 12;
    private static final int STRAIGHT = 2;

    private final SkipLanes lanes = new SkipLanes();

    @Override
    public void remove(Connection connection) {
        lanes.release(connection);
    }

    @Override
    public void route(Connection connection) {
        Point start = getStartPoint(connection).getCopy();
        Point end = getEndPoint(connection).getCopy();
        connection.translateToRelative(start);
        connection.translateToRelative(end);
        connection.setPoints(RoundedCorners.of(corners(start, end, connection)));
    }

    private PointList corners(Point start, Point end, Connection connection) {
        PointList points = new PointList();
        Obstacles obstacles = Obstacles.around(connection);
        lanes.release(connection);
        points.addPoint(start);
        if (end.y - start.y < LEAVE + ARRIVE) {
            lane(points, start, end, connection,
                    Math.max(start.x, end.x) + LayerFigure.WIDTH / 2, obstacles);
        } else if (isBlocked(start, end, connection, obstacles)) {
            lane(points, start, end, connection, Math.max(start.x, end.x), obstacles);
        } else if (Math.abs(end.x - start.x) > STRAIGHT) {
            int middle = (start.y + end.y) / 2;
            points.addPoint(start.x, middle);
            points.addPoint(end.x, middle);
        }
        points.addPoint(end);
        return points;
    }

    private void lane(PointList points, Point start, Point end, Connection connection, int from,
            Obstacles obstacles) {
        int leave = start.y + LEAVE;
        int arrive = end.y - ARRIVE;
        int top = Math.min(leave, arrive);
        int bottom = Math.max(leave, arrive);
        int x = lanes.take(connection, top, bottom, from, wanted -> obstacles.freeLane(wanted, top, bottom));
        points.addPoint(start.x, leave);
        points.addPoint(x, leave);
        points.addPoint(x, arrive);
        points.addPoint(end.x, arrive);
    }

    private static boolean isBlocked(Point start, Point end, Connection connection, Obstacles obstacles) {
        if (end.y - start.y <= LayerFigure.HEIGHT) {
            return false;
        }
        IFigure from = connection.getSourceAnchor().getOwner();
        IFigure to = connection.getTargetAnchor().getOwner();
        int middle = (start.y + end.y) / 2;
        int left = Math.min(start.x, end.x);
        return obstacles.block(new Rectangle(start.x, start.y, 1, middle - start.y), from, to)
                || obstacles.block(new Rectangle(left, middle, Math.abs(end.x - start.x) + 1, 1), from, to)
                || obstacles.block(new Rectangle(end.x, middle, 1, end.y - middle), from, to);
    }
}
