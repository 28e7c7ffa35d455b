// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.fix;

import org.vesalius.network.Layer;
import org.vesalius.network.LayerGraph;

/** Makes room on the canvas for a layer that a fix adds. */
final class Room {
    private static final int ROW = 100;

    private final LayerGraph graph;

    Room(LayerGraph graph) {
        this.graph = graph;
    }

    /** The new layer gets the place of a layer; that one and all below it move down. */
    void takePlaceOf(Layer present, Layer added) {
        int y = present.getY();
        for (Layer layer : graph.getLayers()) {
            if (layer != added && layer.getY() >= y) {
                layer.setY(layer.getY() + ROW);
            }
        }
        added.setX(present.getX());
        added.setY(y);
    }

    /** The new layer gets the place under a layer; all that stand below it move down. */
    void placeBelow(Layer present, Layer added) {
        int y = present.getY() + ROW;
        for (Layer layer : graph.getLayers()) {
            if (layer != added && layer.getY() > present.getY()) {
                layer.setY(layer.getY() + ROW);
            }
        }
        added.setX(present.getX());
        added.setY(y);
    }
}
