// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.ui.command;

import java.util.List;
import java.util.Optional;

import org.vesalius.network.Block;
import org.vesalius.network.Layer;
import org.vesalius.network.LayerGraph;
import org.vesalius.network.block.edit.UngroupBlock;

/** Puts what is inside a block in its place. */
public final class UngroupCommand extends NetworkCommand {
    private final UngroupBlock edit;
    private List<Layer> layers = List.of();

    /** @param block a block in a network or in another block */
    public UngroupCommand(Block block) {
        super("Ungroup", (LayerGraph) block.eContainer());
        this.edit = new UngroupBlock(block);
    }

    /** Returns why the block can't be ungrouped, with what to do about it; empty if it can. */
    public Optional<String> refusal() {
        return edit.refusal();
    }

    /** Returns the layers that came in place of the block. */
    public List<Layer> layers() {
        return layers;
    }

    @Override
    public boolean canExecute() {
        return refusal().isEmpty();
    }

    @Override
    protected void change(LayerGraph graph) {
        layers = edit.apply();
    }
}
