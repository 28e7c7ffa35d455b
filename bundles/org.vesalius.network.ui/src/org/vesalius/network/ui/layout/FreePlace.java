// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.ui.layout;

import org.eclipse.draw2d.geometry.Dimension;
import org.eclipse.draw2d.geometry.Rectangle;
import org.vesalius.network.Layer;
import org.vesalius.network.LayerGraph;

/**
 * A place on the canvas where nothing lies yet.
 *
 * @param x the left edge, in canvas units
 * @param y the upper edge
 */
public record FreePlace(int x, int y) {
    private static final int GAP = 48;

    /** Returns the first place at a height, from an x to the right, where a card of a size covers no other. */
    public static FreePlace rightOf(LayerGraph graph, Dimension size, int x, int y) {
        Rectangle wanted = new Rectangle(x, y, size.width, size.height);
        Rectangle inTheWay = obstacle(graph, wanted);
        while (inTheWay != null) {
            wanted.x = inTheWay.right() + GAP;
            inTheWay = obstacle(graph, wanted);
        }
        return new FreePlace(wanted.x, wanted.y);
    }

    private static Rectangle obstacle(LayerGraph graph, Rectangle wanted) {
        for (Layer layer : graph.getLayers()) {
            Dimension size = LayerSize.of(layer);
            Rectangle taken = new Rectangle(layer.getX(), layer.getY(), size.width, size.height);
            if (taken.intersects(wanted)) {
                return taken;
            }
        }
        return null;
    }
}
