// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.ui.command;

import java.util.Objects;

import org.vesalius.network.Layer;
import org.vesalius.network.LayerGraph;
import org.vesalius.network.meta.LayerInfo;

/** Puts a new layer on the canvas, connected to nothing. */
public final class AddLayerCommand extends NetworkCommand {
    private final Layer layer;
    private final int x;
    private final int y;

    /** @param x the left edge and {@code y} the upper edge of the layer, in canvas units */
    public AddLayerCommand(LayerGraph graph, Layer layer, int x, int y) {
        super("Add " + LayerInfo.of(layer.eClass()).label(), graph);
        this.layer = Objects.requireNonNull(layer);
        this.x = x;
        this.y = y;
    }

    @Override
    protected void change(LayerGraph graph) {
        NewLayer.add(graph, layer, x, y);
    }
}
