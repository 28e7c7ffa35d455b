// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.graph;

import java.util.ArrayList;
import java.util.List;
import org.vesalius.network.LayerGraph;

/** The drawings that a network consists of: its own, and those inside its blocks. */
public final class Graphs {
    private Graphs() {
    }

    /** A network or block, then all blocks in it at any depth, each before those inside it. */
    public static List<LayerGraph> in(LayerGraph root) {
        List<LayerGraph> graphs = new ArrayList<>(List.of(root));
        for (int i = 0; i < graphs.size(); i++) {
            graphs.get(i).getLayers().stream().filter(LayerGraph.class::isInstance).map(LayerGraph.class::cast)
                    .forEach(graphs::add);
        }
        return List.copyOf(graphs);
    }
}
