// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.ui.part;

import java.util.Objects;

import org.eclipse.gef.EditPart;
import org.eclipse.gef.EditPartFactory;
import org.eclipse.gef.RootEditPart;
import org.vesalius.network.Block;
import org.vesalius.network.Connection;
import org.vesalius.network.Layer;
import org.vesalius.network.LayerGraph;

/** Makes the part for each object of a network. */
public final class NetworkPartFactory implements EditPartFactory {
    private final DesignContext context;

    /** @param context what the parts share */
    public NetworkPartFactory(DesignContext context) {
        this.context = Objects.requireNonNull(context);
    }

    @Override
    public EditPart createEditPart(EditPart parent, Object model) {
        boolean whole = parent == null || parent instanceof RootEditPart;
        if (whole && model instanceof LayerGraph graph) {
            return new GraphPart(graph, context);
        }
        if (model instanceof Block block && !block.isCollapsed()) {
            return new BlockPart(block, context);
        }
        if (model instanceof Layer layer) {
            return new LayerPart(layer, context);
        }
        return new ConnectionPart((Connection) model, context);
    }
}
