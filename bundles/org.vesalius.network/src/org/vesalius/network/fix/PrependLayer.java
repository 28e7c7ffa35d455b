// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.fix;

import java.util.function.Consumer;
import org.eclipse.emf.ecore.EClass;
import org.vesalius.core.check.Fix;
import org.vesalius.network.Layer;
import org.vesalius.network.Network;
import org.vesalius.network.graph.Wiring;

/**
 * Adds a new layer that feeds a layer.
 *
 * @param label what the change means to the user
 * @param layer the layer that gets a new input
 * @param type the type of the new layer
 * @param setUp sets attributes of the new layer that differ from the defaults
 */
public record PrependLayer(String label, Layer layer, EClass type, Consumer<Layer> setUp) implements Fix {
    @Override
    public void apply() {
        if (layer.eContainer() instanceof Network network) {
            Layer added = new Wiring(network).add(type);
            setUp.accept(added);
            new Room(network).takePlaceOf(layer, added);
            new Wiring(network).connect(added, layer);
        }
    }
}
