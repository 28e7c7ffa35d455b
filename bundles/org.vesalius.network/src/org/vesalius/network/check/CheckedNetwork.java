// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.check;

import java.util.List;
import org.vesalius.network.Layer;
import org.vesalius.network.LayerGraph;
import org.vesalius.network.Network;
import org.vesalius.network.block.ExpandedNetwork;
import org.vesalius.network.graph.TopologicalOrder;
import org.vesalius.network.inference.InferredShapes;
import org.vesalius.network.layer.LayerCatalog;

/**
 * A network and what is known about it.
 *
 * @param expanded the network without blocks
 * @param graphs the network as it was drawn, and the insides of all blocks in it
 * @param catalog the layer types that can be used
 * @param order the order of computation of the network without blocks, and the cycles that have none
 * @param inferred shapes and parameters of its layers
 */
public record CheckedNetwork(ExpandedNetwork expanded, List<LayerGraph> graphs, LayerCatalog catalog,
        TopologicalOrder order, InferredShapes inferred) {

    /** Copies the list. */
    public CheckedNetwork {
        graphs = List.copyOf(graphs);
    }

    /** The network as it was drawn; fixes act on it. */
    public Network network() {
        return (Network) graphs.get(0);
    }

    /**
     * The layers that are computed: those of the network whose blocks were expanded. Layers inside wrappers are not
     * among them. What is found out about a layer here is told of the one that was drawn.
     */
    public List<Layer> layers() {
        return expanded.network().getLayers();
    }

    /** The layers that were drawn, those inside blocks and the blocks themselves among them. */
    public List<Layer> drawnLayers() {
        return graphs.stream().flatMap(graph -> graph.getLayers().stream()).toList();
    }

    /** The layers of one type among those that are computed. */
    public <L extends Layer> List<L> layers(Class<L> type) {
        return layers().stream().filter(type::isInstance).map(type::cast).toList();
    }

    /** What a problem names as its subject: the id of the layer or of the wrapper that is drawn for it, if any. */
    public static String subject(Layer layer) {
        Layer drawn = layer;
        while (drawn.eContainer() instanceof Layer wrapper && !(wrapper instanceof LayerGraph)) {
            drawn = wrapper;
        }
        return drawn.getId() == null ? "" : drawn.getId();
    }
}
