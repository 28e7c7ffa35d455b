// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.ui.figure;

import org.eclipse.draw2d.AbstractRouter;
import org.eclipse.draw2d.Connection;
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
        Point start = getStartPoint(connection).getCopy();
        Point end = getEndPoint(connection).getCopy();
        connection.translateToRelative(start);
        connection.translateToRelative(end);
        connection.setPoints(RoundedCorners.of(corners(start, end, connection)));
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
