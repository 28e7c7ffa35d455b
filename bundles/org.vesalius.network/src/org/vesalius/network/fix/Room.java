// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.fix;

import org.vesalius.network.Layer;
import org.vesalius.network.Network;

/** Makes room on the canvas for a layer that a fix adds. */
final class Room {
    private static final int ROW = 100;

    private final Network network;

    Room(Network network) {
        this.network = network;
    }

    /** The new layer gets the place of a layer; that one and all below it move down. */
    void takePlaceOf(Layer present, Layer added) {
        int y = present.getY();
        for (Layer layer : network.getLayers()) {
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
        for (Layer layer : network.getLayers()) {
            if (layer != added && layer.getY() > present.getY()) {
                layer.setY(layer.getY() + ROW);
            }
        }
        added.setX(present.getX());
        added.setY(y);
    }
}
