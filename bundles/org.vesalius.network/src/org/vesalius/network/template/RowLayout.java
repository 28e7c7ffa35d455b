// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.template;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.vesalius.network.Layer;
import org.vesalius.network.LayerGraph;
import org.vesalius.network.Network;
import org.vesalius.network.graph.Graphs;
import org.vesalius.network.graph.Inputs;
import org.vesalius.network.graph.TopologicalOrder;

/**
 * Arranges a drawing in rows, each layer below all that feed it: chains go straight down, branches stand beside each
 * other.
 */
final class RowLayout {
    private static final int ROW = 100;
    private static final int COLUMN = 220;
    private static final int NETWORK_LEFT = 200;
    private static final int NETWORK_TOP = 40;
    private static final int BLOCK_LEFT = 16;
    private static final int BLOCK_TOP = 44;

    private final LayerGraph root;

    RowLayout(LayerGraph root) {
        this.root = root;
    }

    /** Places all layers, those inside blocks too. */
    void arrange() {
        Graphs.in(root).forEach(RowLayout::arrange);
    }

    private static void arrange(LayerGraph graph) {
        boolean outermost = graph instanceof Network;
        Map<Layer, Integer> rows = new HashMap<>();
        Map<Layer, Integer> columns = new HashMap<>();
        Map<Integer, Set<Integer>> taken = new HashMap<>();
        for (Layer layer : TopologicalOrder.of(graph).layers()) {
            List<Layer> inputs = Inputs.of(layer);
            int row = inputs.stream().mapToInt(input -> rows.get(input) + 1).max().orElse(0);
            int wanted = inputs.stream().mapToInt(columns::get).min().orElse(0);
            Set<Integer> here = taken.computeIfAbsent(row, unused -> new HashSet<>());
            int column = wanted;
            while (!here.add(column)) {
                column++;
            }
            rows.put(layer, row);
            columns.put(layer, column);
            layer.setX((outermost ? NETWORK_LEFT : BLOCK_LEFT) + COLUMN * column);
            layer.setY((outermost ? NETWORK_TOP : BLOCK_TOP) + ROW * row);
        }
    }
}
