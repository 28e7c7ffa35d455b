// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.ui.action;

import java.util.List;
import java.util.Objects;

import org.vesalius.network.Block;
import org.vesalius.network.ui.command.ExpandCommand;
import org.vesalius.network.ui.part.LayerPart;

/** What can be done with blocks. */
final class BlockActions {
    private final Designer designer;

    BlockActions(Designer designer) {
        this.designer = Objects.requireNonNull(designer);
    }

    void register() {
        designer.register(SelectedLayers.of(ActionFace.EXPAND, designer, BlockActions::isBlock, this::toggle));
        designer.register(SelectedLayers.of(ActionFace.OPEN_BLOCK, designer, BlockActions::isBlock,
                layers -> designer.show(block(layers))));
    }

    private static boolean isBlock(List<LayerPart> layers) {
        return layers.size() == 1 && layers.get(0).model() instanceof Block;
    }

    private static Block block(List<LayerPart> layers) {
        return (Block) layers.get(0).model();
    }

    private void toggle(List<LayerPart> layers) {
        Block block = block(layers);
        designer.commands().execute(new ExpandCommand(block, block.isCollapsed()));
    }
}
