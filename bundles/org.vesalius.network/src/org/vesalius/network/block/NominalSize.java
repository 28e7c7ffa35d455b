// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.block;

import org.vesalius.network.Block;
import org.vesalius.network.Layer;
import org.vesalius.network.LayerGraph;
import org.vesalius.network.shape.Saturated;

/**
 * How many layers and repetitions a drawing stands for by its numbers alone: without blocks in files and without varied
 * repetitions, which only an expansion finds. Enough to refuse a billion layers before the first one is made.
 */
final class NominalSize {
    private NominalSize() {
    }

    /** At most {@link Long#MAX_VALUE}. */
    static long of(LayerGraph graph) {
        return of(graph, 0);
    }

    private static long of(LayerGraph graph, int level) {
        long sum = 0;
        for (Layer layer : graph.getLayers()) {
            boolean nested = layer instanceof Block && level < BlockExpansion.DEEPEST;
            sum = Saturated.plus(sum, nested ? repeated((Block) layer, level) : 1);
        }
        return sum;
    }

    private static long repeated(Block block, int level) {
        return Saturated.times(Math.max(1, block.getRepeat()), Saturated.plus(1, of(block, level + 1)));
    }
}
