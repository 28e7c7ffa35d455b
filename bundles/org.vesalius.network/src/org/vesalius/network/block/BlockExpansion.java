// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.block;

import org.vesalius.network.Block;
import org.vesalius.network.BlockReference;
import org.vesalius.network.Network;

/**
 * Lays the inside of blocks out layer by layer, repetition by repetition: what a drawing means to the analysis, the
 * engines and other tools. Time and memory grow with the result, which is bounded.
 */
public final class BlockExpansion {
    /** Most layers and repetitions of a result: far above what can be trained, far below what hurts. */
    public static final int MOST_LAYERS = 200_000;
    /** How deep blocks may stand in blocks, those used by reference among them. */
    public static final int DEEPEST = 16;

    private BlockExpansion() {
    }

    /**
     * Expands all blocks of a network, which stays as it is. Never fails for what a network can hold: what is wrong
     * with its blocks is among the problems of the result.
     *
     * @param network the drawing
     * @param source where blocks used by reference come from
     */
    public static ExpandedNetwork expand(Network network, BlockSource source) {
        return hasBlocks(network) ? new Expander(network, source).expand() : ExpandedNetwork.same(network);
    }

    private static boolean hasBlocks(Network network) {
        return network.getLayers().stream()
                .anyMatch(layer -> layer instanceof Block || layer instanceof BlockReference);
    }
}
