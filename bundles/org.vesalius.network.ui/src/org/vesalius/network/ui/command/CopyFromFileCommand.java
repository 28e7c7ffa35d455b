// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.ui.command;

import org.vesalius.network.Block;
import org.vesalius.network.BlockReference;
import org.vesalius.network.LayerGraph;
import org.vesalius.network.block.FoundBlock;
import org.vesalius.network.block.edit.CopyFromFile;

/** Puts a copy of a block in place of the reference to its file. */
public final class CopyFromFileCommand extends NetworkCommand {
    private final CopyFromFile edit;
    private Block block;

    /**
     * @param reference a reference in a network or in a block
     * @param found the block that it leads to
     */
    public CopyFromFileCommand(BlockReference reference, FoundBlock found) {
        super("Copy Block into Network", (LayerGraph) reference.eContainer());
        this.edit = new CopyFromFile(reference, found);
    }

    /** Returns the copy. */
    public Block block() {
        return block;
    }

    @Override
    protected void change(LayerGraph graph) {
        block = edit.apply();
    }
}
