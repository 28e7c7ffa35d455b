// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.incremental;

import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import org.eclipse.emf.ecore.EObject;
import org.vesalius.network.Connection;
import org.vesalius.network.Layer;
import org.vesalius.network.LayerGraph;
import org.vesalius.network.Variation;

/**
 * What changed in a drawing since it was analysed the last time.
 *
 * @param layers the layers that changed, those that hold something that did, and those that are gone
 * @param near these and the layers at the other ends of their connections, whose problems speak of them
 * @param structure whether layers or connections came, went or moved
 * @param orders the orders of computation as they are now
 */
public record DrawnChanges(Set<Layer> layers, Set<Layer> near, boolean structure, GraphOrders orders) {

    /**
     * Begins a round.
     *
     * @param changed objects of the drawing with features that changed, and those that are not in it any more
     */
    public static DrawnChanges of(Collection<? extends EObject> changed, GraphOrders orders) {
        Set<Layer> layers = none();
        boolean structure = false;
        for (EObject object : changed) {
            structure |= object instanceof Connection || object instanceof LayerGraph;
            addAround(object, layers);
        }
        orders.begin(structure);
        return new DrawnChanges(layers, withNeighbours(layers), structure, orders);
    }

    private static Set<Layer> none() {
        return Collections.newSetFromMap(new IdentityHashMap<>());
    }

    private static void addAround(EObject object, Set<Layer> layers) {
        if (object instanceof Connection connection) {
            add(connection.getSource(), layers);
            add(connection.getTarget(), layers);
        } else if (object instanceof Variation variation) {
            add(variation.getLayer(), layers);
        }
        add(object, layers);
    }

    /** A change inside a block or wrapper is one of the block or wrapper, too. */
    private static void add(EObject object, Set<Layer> layers) {
        for (EObject around = object; around != null; around = around.eContainer()) {
            if (around instanceof Layer layer) {
                layers.add(layer);
            }
        }
    }

    /** Layers, and those at the other ends of their connections. */
    public static Set<Layer> withNeighbours(Set<Layer> layers) {
        Set<Layer> near = none();
        for (Layer layer : layers) {
            near.add(layer);
            layer.getIncoming().stream().map(Connection::getSource).filter(source -> source != null).forEach(near::add);
            layer.getOutgoing().stream().map(Connection::getTarget).filter(target -> target != null).forEach(near::add);
        }
        return near;
    }
}
