// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.check;

import java.util.List;
import org.vesalius.network.Layer;
import org.vesalius.network.Network;
import org.vesalius.network.graph.TopologicalOrder;
import org.vesalius.network.inference.InferredShapes;
import org.vesalius.network.layer.LayerCatalog;

/**
 * A network and what is known about it.
 *
 * @param network the network; fixes act on it
 * @param catalog the layer types that can be used
 * @param order the order of computation, and the cycles that have none
 * @param inferred shapes and parameters
 */
public record CheckedNetwork(Network network, LayerCatalog catalog, TopologicalOrder order, InferredShapes inferred) {

    /** The layers on the canvas; those inside wrappers are not among them. */
    public List<Layer> layers() {
        return network.getLayers();
    }

    /** The layers of one type. */
    public <L extends Layer> List<L> layers(Class<L> type) {
        return layers().stream().filter(type::isInstance).map(type::cast).toList();
    }

    /** What a problem names as its subject: the layer's id, or nothing while it has none. */
    public static String subject(Layer layer) {
        return layer.getId() == null ? "" : layer.getId();
    }
}
