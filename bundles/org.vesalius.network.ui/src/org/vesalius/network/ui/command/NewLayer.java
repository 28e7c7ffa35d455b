// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.ui.command;

import org.vesalius.network.Layer;
import org.vesalius.network.Network;
import org.vesalius.network.graph.LayerIds;
import org.vesalius.network.graph.LayerNames;

/** Adds layers that were made outside a network: gives them ids, a free name and their place. */
final class NewLayer {
    private NewLayer() {
    }

    static void add(Network network, Layer layer, int x, int y) {
        LayerIds.of(network).assignMissing(layer);
        if (layer.getName() == null) {
            layer.setName(LayerNames.of(network).next(layer.eClass()));
        }
        layer.setX(x);
        layer.setY(y);
        network.getLayers().add(layer);
    }
}
