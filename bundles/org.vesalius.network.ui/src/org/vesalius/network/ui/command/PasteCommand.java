// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.ui.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import org.eclipse.draw2d.geometry.Point;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.vesalius.network.Connection;
import org.vesalius.network.Layer;
import org.vesalius.network.LayerGraph;
import org.vesalius.network.Network;
import org.vesalius.network.graph.LayerIds;
import org.vesalius.network.graph.LayerNames;
import org.vesalius.network.ui.layout.FreePlace;

/**
 * Adds copies of layers with the connections among them. They get ids and names that are free, and lie to each other
 * as they did where they come from.
 */
public final class PasteCommand extends NetworkCommand {
    private final Network fragment;
    private final int right;
    private final int down;
    private List<Layer> pasted = List.of();

    /**
     * @param label what the act is called, "Paste" or "Duplicate"
     * @param fragment what is added; it stays as it is
     * @param right how far to the right of their old places the layers come to lie, in canvas units; farther where others lie there
     * @param down how far below
     */
    public PasteCommand(String label, LayerGraph graph, Network fragment, int right, int down) {
        super(label, graph);
        this.fragment = Objects.requireNonNull(fragment);
        this.right = right;
        this.down = down;
    }

    /** Returns the layers that were added. */
    public List<Layer> pasted() {
        return pasted;
    }

    @Override
    public boolean canExecute() {
        return !fragment.getLayers().isEmpty();
    }

    @Override
    protected void change(LayerGraph graph) {
        Network copy = EcoreUtil.copy(fragment);
        LayerIds.of(EcoreUtil.getRootContainer(graph)).reassign(copy);
        LayerNames names = LayerNames.of(graph);
        List<Layer> layers = new ArrayList<>(copy.getLayers());
        List<Connection> connections = new ArrayList<>(copy.getConnections());
        for (Layer layer : layers) {
            layer.setName(layer.getName() == null ? names.next(layer.eClass()) : names.near(layer.getName()));
            layer.setX(layer.getX() + right);
            layer.setY(layer.getY() + down);
        }
        Point way = FreePlace.in(graph).wayFor(layers);
        layers.forEach(layer -> {
            layer.setX(layer.getX() + way.x);
            layer.setY(layer.getY() + way.y);
        });
        graph.getLayers().addAll(layers);
        graph.getConnections().addAll(connections);
        pasted = List.copyOf(layers);
    }
}
