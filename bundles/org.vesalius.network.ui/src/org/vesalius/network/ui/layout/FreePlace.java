// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.ui.layout;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

import org.eclipse.draw2d.geometry.Dimension;
import org.eclipse.draw2d.geometry.Point;
import org.eclipse.draw2d.geometry.Rectangle;
import org.vesalius.network.Layer;
import org.vesalius.network.LayerGraph;

/** Finds places on the canvas where nothing lies yet, so that what comes never covers a layer. */
public final class FreePlace {
    private static final int GAP = 48;
    private static final int APART = 8;
    private static final int STEP = 2 * CanvasGrid.SPACING;
    private static final int RINGS = 50;

    private final List<Rectangle> taken = new ArrayList<>();

    private FreePlace(LayerGraph graph, Collection<? extends Layer> ignored) {
        graph.getLayers().stream().filter(layer -> !ignored.contains(layer))
                .forEach(layer -> taken.add(card(layer, layer.getX(), layer.getY())));
    }

    /** Among the layers of a network or block. */
    public static FreePlace in(LayerGraph graph) {
        return new FreePlace(graph, List.of());
    }

    /** Among the layers of a network or block, some of them left out of account. */
    public static FreePlace in(LayerGraph graph, Collection<? extends Layer> ignored) {
        return new FreePlace(graph, ignored);
    }

    private static Rectangle card(Layer layer, int x, int y) {
        Dimension size = LayerSize.of(layer);
        return new Rectangle(x, y, size.width, size.height);
    }

    /** Returns the first place at a height, from an x to the right, where a card of a size covers no other. */
    public Point rightOf(Dimension size, int x, int y) {
        Rectangle wanted = new Rectangle(x, y, size.width, size.height);
        Rectangle inTheWay = obstacle(wanted);
        while (inTheWay != null) {
            wanted.x = inTheWay.right() + GAP;
            inTheWay = obstacle(wanted);
        }
        return wanted.getLocation();
    }

    private Rectangle obstacle(Rectangle wanted) {
        return taken.stream().filter(wanted::intersects).findFirst().orElse(null);
    }

    /** Returns the place for a layer that is nearest to a wanted one; the wanted one itself if it is free. */
    public Point near(Layer layer, int x, int y) {
        Point way = wayFrom(List.of(card(layer, x, y)));
        return new Point(x, y).translate(way);
    }

    /** Returns how far some layers, which lie to each other as they do, have to move so that none covers another. */
    public Point wayFor(Collection<? extends Layer> layers) {
        return wayFrom(layers.stream().map(layer -> card(layer, layer.getX(), layer.getY())).toList());
    }

    private Point wayFrom(List<Rectangle> cards) {
        for (int ring = 0; ring <= RINGS; ring++) {
            for (Point way : ring(ring * STEP)) {
                if (isFree(cards, way)) {
                    return way;
                }
            }
        }
        int right = taken.stream().mapToInt(Rectangle::right).max().orElse(0);
        int left = cards.stream().mapToInt(card -> card.x).min().orElse(0);
        return new Point(right + GAP - left, 0);
    }

    /** To the right first, then down, left and up, then between. */
    private static List<Point> ring(int far) {
        if (far == 0) {
            return List.of(new Point());
        }
        int near = far * 7 / 10 / CanvasGrid.SPACING * CanvasGrid.SPACING;
        return List.of(new Point(far, 0), new Point(0, far), new Point(-far, 0), new Point(0, -far),
                new Point(near, near), new Point(-near, near), new Point(near, -near), new Point(-near, -near));
    }

    private boolean isFree(List<Rectangle> cards, Point way) {
        for (Rectangle card : cards) {
            Rectangle moved = card.getTranslated(way).expand(APART, APART);
            if (obstacle(moved) != null) {
                return false;
            }
        }
        return true;
    }
}
