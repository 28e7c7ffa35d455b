// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.diagram;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.vesalius.network.diagram.scene.Box;
import org.vesalius.network.diagram.scene.Point;
import org.vesalius.network.diagram.scene.WireRoutes;

class WireRoutesTest {
    private static final Box TOP = new Box(0, 0, 184, 56);

    @Test
    void aLayerRightBelowIsReachedStraight() {
        Box below = new Box(0, 100, 184, 56);

        assertThat(route(TOP, below, TOP, below)).containsExactly(new Point(92, 56), new Point(92, 100));
    }

    @Test
    void aLayerBesideIsReachedByTwoCornersHalfWay() {
        Box beside = new Box(200, 100, 184, 56);

        assertThat(route(TOP, beside, TOP, beside)).containsExactly(new Point(92, 56), new Point(92, 78),
                new Point(292, 78), new Point(292, 100));
    }

    @Test
    void aSkipConnectionGoesAroundTheLayerItSkips() {
        Box skipped = new Box(0, 100, 184, 56);
        Box bottom = new Box(0, 200, 184, 56);

        List<Point> corners = route(TOP, bottom, TOP, skipped, bottom);

        // its lane lies 20 beside the right edge of the skipped layer
        assertThat(corners).containsExactly(new Point(92, 56), new Point(92, 64), new Point(204, 64),
                new Point(204, 188), new Point(92, 188), new Point(92, 200));
    }

    @Test
    void aLayerAboveIsReachedOnALaneBesideBoth() {
        Box above = new Box(0, -100, 184, 56);

        List<Point> corners = route(TOP, above, TOP, above);

        assertThat(corners.get(2).x()).isGreaterThan(TOP.right());
        assertThat(corners.get(corners.size() - 1)).isEqualTo(above.above());
    }

    @Test
    void theSecondLaneLiesBesideTheFirst() {
        Box skipped = new Box(0, 100, 184, 56);
        Box bottom = new Box(0, 200, 184, 56);

        List<Point> corners = new WireRoutes(List.of(TOP, skipped, bottom)).route(TOP, bottom, bottom.above(), 1);

        assertThat(corners.get(2).x()).isEqualTo(204 + 12);
    }

    private static List<Point> route(Box from, Box to, Box... all) {
        return new WireRoutes(List.of(all)).route(from, to, to.above(), 0);
    }
}
