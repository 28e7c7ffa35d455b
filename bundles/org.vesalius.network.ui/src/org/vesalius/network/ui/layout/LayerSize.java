// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.ui.layout;

import org.eclipse.draw2d.geometry.Dimension;
import org.vesalius.network.Block;
import org.vesalius.network.Layer;
import org.vesalius.network.ui.figure.BlockFigure;
import org.vesalius.network.ui.figure.LayerFigure;

/** How much room the card of a layer takes on the canvas. */
public final class LayerSize {
    private LayerSize() {
    }

    /** Returns width and height in canvas units; a block that is expanded takes what its inside needs. */
    public static Dimension of(Layer layer) {
        return layer instanceof Block block && !block.isCollapsed() ? expanded(block)
                : new Dimension(LayerFigure.WIDTH, LayerFigure.CARD_HEIGHT);
    }

    /** Returns the size that a block has when it is expanded. */
    public static Dimension expanded(Block block) {
        Dimension size = BlockFigure.SMALLEST.getCopy().union(new Dimension(block.getWidth(), block.getHeight()));
        for (Layer inner : block.getLayers()) {
            Dimension card = of(inner);
            size.union(new Dimension(inner.getX() + card.width + BlockFigure.MARGIN,
                    inner.getY() + card.height + BlockFigure.MARGIN));
        }
        return size;
    }
}
