// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.ui.command;

import org.eclipse.draw2d.geometry.Dimension;
import org.vesalius.network.Block;
import org.vesalius.network.LayerGraph;
import org.vesalius.network.ui.layout.LayerSize;

/** Shows the layers inside a block, or the block as one figure; its neighbours make room or close the gap. */
public final class ExpandCommand extends NetworkCommand {
    private final Block block;
    private final boolean expanded;

    /** @param expanded whether the layers inside are shown from now on */
    public ExpandCommand(Block block, boolean expanded) {
        super(expanded ? "Expand" : "Collapse", (LayerGraph) block.eContainer());
        this.block = block;
        this.expanded = expanded;
    }

    @Override
    public boolean canExecute() {
        return block.isCollapsed() == expanded;
    }

    @Override
    protected void change(LayerGraph graph) {
        Dimension before = LayerSize.of(block);
        block.setCollapsed(!expanded);
        if (expanded) {
            BlockSpacing.keepInside(block);
        }
        BlockSpacing.resized(block, before, LayerSize.of(block));
    }
}
