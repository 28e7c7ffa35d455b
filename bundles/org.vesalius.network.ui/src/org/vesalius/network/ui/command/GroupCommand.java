// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.ui.command;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

import org.vesalius.network.Block;
import org.vesalius.network.Layer;
import org.vesalius.network.LayerGraph;
import org.vesalius.network.block.edit.GroupLayers;

/** Makes a block of layers. */
public final class GroupCommand extends NetworkCommand {
    private final GroupLayers edit;
    private Block block;

    /**
     * @param graph where the layers lie
     * @param layers what the block shall hold
     */
    public GroupCommand(LayerGraph graph, Collection<? extends Layer> layers) {
        super("Group", graph);
        this.edit = new GroupLayers(List.copyOf(layers));
    }

    /** Returns why these layers can't be a block, with what to do about it; empty if they can. */
    public Optional<String> refusal() {
        return edit.refusal();
    }

    /** Returns the new block. */
    public Block block() {
        return block;
    }

    @Override
    public boolean canExecute() {
        return refusal().isEmpty();
    }

    @Override
    protected void change(LayerGraph graph) {
        block = edit.apply();
    }
}
