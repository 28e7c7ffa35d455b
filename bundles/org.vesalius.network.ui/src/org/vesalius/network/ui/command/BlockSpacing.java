// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.ui.command;

import java.util.Collection;
import java.util.List;

import org.eclipse.draw2d.geometry.Dimension;
import org.eclipse.draw2d.geometry.Rectangle;
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

    /** Returns the area that layers take. */
    static Rectangle area(Collection<? extends Layer> layers) {
        Rectangle area = null;
        for (Layer layer : layers) {
            Dimension size = LayerSize.of(layer);
            Rectangle card = new Rectangle(layer.getX(), layer.getY(), size.width, size.height);
            area = area == null ? card : area.union(card);
        }
        return area == null ? new Rectangle() : area;
    }

    /** Puts a block into the middle of the area whose layers it holds now, and moves up what lies below. */
    static void closeGap(Block block, Rectangle area) {
        Dimension size = LayerSize.of(block);
        block.setX(area.x + (area.width - size.width) / 2);
        LayerGraph graph = (LayerGraph) block.eContainer();
        int bottom = block.getY() + size.height;
        for (Layer beside : graph.getLayers()) {
            int lower = beside.getY() + LayerSize.of(beside).height;
            if (beside.getY() < area.bottom() && lower > block.getY()) {
                bottom = Math.max(bottom, lower);
            }
        }
        shiftBelow(graph, List.of(block), area.bottom(), Math.min(0, bottom - area.bottom()));
    }

    /** Moves layers that came in the place of a block to its middle, and down what lies below. */
    static void makeRoom(LayerGraph graph, Collection<? extends Layer> came, Rectangle before) {
        Rectangle area = area(came);
        came.forEach(layer -> {
            layer.setX(layer.getX() + before.getCenter().x - area.getCenter().x);
            layer.setY(layer.getY() + before.y - area.y);
        });
        shiftBelow(graph, came, before.bottom(), Math.max(0, area.height - before.height));
    }

    private static void shiftBelow(LayerGraph graph, Collection<? extends Layer> staying, int from, int down) {
        graph.getLayers().stream().filter(layer -> layer.getY() >= from && !staying.contains(layer))
                .forEach(layer -> layer.setY(layer.getY() + down));
    }
}
