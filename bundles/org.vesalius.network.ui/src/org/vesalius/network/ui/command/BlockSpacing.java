// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.ui.command;

import org.eclipse.draw2d.geometry.Dimension;
import org.vesalius.network.Block;
import org.vesalius.network.Layer;
import org.vesalius.network.LayerGraph;
import org.vesalius.network.ui.figure.BlockFigure;
import org.vesalius.network.ui.layout.LayerSize;

/** Keeps layers from lying on each other when a block among them grows, and closes the gap when it shrinks. */
final class BlockSpacing {
    private BlockSpacing() {
    }

    /**
     * Moves the neighbours of a block whose size changed: what lies below moves down or up, what lies beside it to the
     * side. Its middle stays where it is. The opposite change brings everything back.
     */
    static void resized(Block block, Dimension before, Dimension after) {
        if (before.equals(after) || !(block.eContainer() instanceof LayerGraph graph)) {
            return;
        }
        Block outer = graph instanceof Block found && !found.isCollapsed() ? found : null;
        Dimension outerBefore = outer == null ? null : LayerSize.of(outer);
        shift(block, graph, before, after);
        if (outer != null) {
            keepInside(outer);
            resized(outer, outerBefore, LayerSize.of(outer));
        }
    }

    private static void shift(Block block, LayerGraph graph, Dimension before, Dimension after) {
        int down = after.height - before.height;
        int aside = (after.width - before.width) / 2;
        int bottom = block.getY() + before.height;
        int middle = block.getX() + before.width / 2;
        for (Layer layer : graph.getLayers()) {
            if (layer == block) {
                continue;
            }
            Dimension size = LayerSize.of(layer);
            if (layer.getY() >= bottom) {
                layer.setY(layer.getY() + down);
            } else if (layer.getY() + size.height > block.getY()) {
                boolean right = layer.getX() + size.width / 2 > middle;
                layer.setX(layer.getX() + (right ? aside : -aside));
            }
        }
        block.setX(block.getX() - aside);
    }

    /** Moves what lies in a block, as a whole, so that nothing lies on the title bar or outside. */
    static void keepInside(Block block) {
        int left = block.getLayers().stream().mapToInt(Layer::getX).min().orElse(BlockFigure.MARGIN);
        int top = block.getLayers().stream().mapToInt(Layer::getY).min().orElse(BlockFigure.TITLE);
        int right = Math.max(0, BlockFigure.MARGIN - left);
        int down = Math.max(0, BlockFigure.TITLE + BlockFigure.MARGIN - top);
        if (right > 0 || down > 0) {
            for (Layer layer : block.getLayers()) {
                layer.setX(layer.getX() + right);
                layer.setY(layer.getY() + down);
            }
        }
    }
}
