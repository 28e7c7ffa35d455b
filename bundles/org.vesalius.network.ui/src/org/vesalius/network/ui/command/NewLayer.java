// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.ui.command;

import org.eclipse.emf.ecore.util.EcoreUtil;
import org.vesalius.network.Layer;
import org.vesalius.network.LayerGraph;
import org.vesalius.network.graph.LayerIds;
import org.vesalius.network.graph.LayerNames;

/** Adds layers that were made outside a network: gives them ids, a free name and their place. */
final class NewLayer {
    private NewLayer() {
    }

    static void add(LayerGraph graph, Layer layer, int x, int y) {
        LayerIds.of(EcoreUtil.getRootContainer(graph)).assignMissing(layer);
        if (layer.getName() == null) {
            layer.setName(LayerNames.of(graph).next(layer.eClass()));
        }
        layer.setX(x);
        layer.setY(y);
        graph.getLayers().add(layer);
    }
}
