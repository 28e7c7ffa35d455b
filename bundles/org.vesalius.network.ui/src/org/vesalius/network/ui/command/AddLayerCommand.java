// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.ui.command;

import java.util.List;
import java.util.Objects;

import org.vesalius.network.Layer;
import org.vesalius.network.LayerGraph;
import org.vesalius.network.graph.Wiring;
import org.vesalius.network.meta.LayerInfo;

/** Puts a new layer on the canvas and connects others to it. */
public final class AddLayerCommand extends NetworkCommand {
    private final List<Layer> before;
    private final Layer layer;
    private final int x;
    private final int y;

    /** Adds a layer that is connected to nothing. */
    public AddLayerCommand(LayerGraph graph, Layer layer, int x, int y) {
        this(graph, List.of(), layer, x, y);
    }

    /**
     * @param before the layers that feed the new one, in the order of its inputs
     * @param x the left edge and {@code y} the upper edge of the layer, in canvas units
     */
    public AddLayerCommand(LayerGraph graph, List<Layer> before, Layer layer, int x, int y) {
        super("Add " + LayerInfo.of(layer.eClass()).label(), graph);
        this.before = List.copyOf(before);
        this.layer = Objects.requireNonNull(layer);
        this.x = x;
        this.y = y;
    }

    @Override
    protected void change(LayerGraph graph) {
        add(graph, layer, x, y);
        before.forEach(source -> new Wiring(graph).connect(source, layer));
    }
}
