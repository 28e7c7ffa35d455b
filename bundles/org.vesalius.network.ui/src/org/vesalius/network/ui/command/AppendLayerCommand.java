// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.ui.command;

import java.util.Objects;

import org.vesalius.network.Layer;
import org.vesalius.network.Network;
import org.vesalius.network.graph.Wiring;
import org.vesalius.network.meta.LayerInfo;

/** Puts a new layer on the canvas and connects another one to it. */
public final class AppendLayerCommand extends NetworkCommand {
    private final Layer before;
    private final Layer layer;
    private final int x;
    private final int y;

    /**
     * @param before the layer that feeds the new one
     * @param x the left edge and {@code y} the upper edge of the layer, in canvas units
     */
    public AppendLayerCommand(Network network, Layer before, Layer layer, int x, int y) {
        super("Add " + LayerInfo.of(layer.eClass()).label(), network);
        this.before = Objects.requireNonNull(before);
        this.layer = layer;
        this.x = x;
        this.y = y;
    }

    @Override
    protected void change(Network network) {
        NewLayer.add(network, layer, x, y);
        new Wiring(network).connect(before, layer);
    }
}
