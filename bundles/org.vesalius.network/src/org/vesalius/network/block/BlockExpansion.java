// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.block;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.vesalius.network.Block;
import org.vesalius.network.BlockReference;
import org.vesalius.network.Layer;
import org.vesalius.network.Network;
import org.vesalius.network.incremental.DrawnChanges;
import org.vesalius.network.incremental.GraphOrders;

/**
 * Lays the inside of blocks out layer by layer, repetition by repetition: what a drawing means to the analysis, the
 * engines and other tools. Time and memory grow with the result, which is bounded. A drawing that changed is laid out
 * again in the same network, whose layers stay the same objects where their drawing did not change.
 */
public final class BlockExpansion {
    /** Most layers and repetitions of a result: far above what can be trained, far below what hurts. */
    public static final int MOST_LAYERS = 200_000;
    /** How deep blocks may stand in blocks, those used by reference among them. */
    public static final int DEEPEST = 16;

    private final Network network;
    private FlatNetwork flat = new FlatNetwork();
    private Optional<Copies> copies = Optional.empty();
    private Set<Layer> changed = Set.of();
    private boolean rewired;

    /** @param network the drawing, which stays as it is */
    public BlockExpansion(Network network) {
        this.network = network;
    }

    /**
     * Expands all blocks of a network, which stays as it is. Never fails for what a network can hold: what is wrong
     * with its blocks is among the problems of the result.
     *
     * @param network the drawing
     * @param source where blocks used by reference come from
     */
    public static ExpandedNetwork expand(Network network, BlockSource source) {
        return new BlockExpansion(network).expand(source, DrawnChanges.of(List.of(), new GraphOrders()));
    }

    /**
     * Expands all blocks as the drawing is now.
     *
     * @param changes what changed in the drawing since it was expanded the last time
     * @return the network without blocks, which the next expansion changes
     */
    public ExpandedNetwork expand(BlockSource source, DrawnChanges changes) {
        if (!hasBlocks()) {
            forget();
            changed = changes.near();
            rewired = changes.structure();
            return ExpandedNetwork.same(network);
        }
        Copies now = Copies.of(copies);
        ExpandedNetwork expanded = new Expander(network, source, flat, now, changes).expand();
        changed = Collections.newSetFromMap(new IdentityHashMap<>());
        changed.addAll(flat.changed());
        rewired = flat.isRewired();
        copies = Optional.of(now);
        if (expanded.network() != flat.network()) {
            forget();
        }
        return expanded;
    }

    private void forget() {
        flat = new FlatNetwork();
        copies = Optional.empty();
    }

    private boolean hasBlocks() {
        return network.getLayers().stream()
                .anyMatch(layer -> layer instanceof Block || layer instanceof BlockReference);
    }

    /** The layers of the network without blocks that are new, not as they were, gone, or connected otherwise. */
    public Set<Layer> changed() {
        return changed;
    }

    /** Whether layers or connections of the network without blocks came, went or changed their order. */
    public boolean isRewired() {
        return rewired;
    }
}
