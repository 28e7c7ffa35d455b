// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.fix;

import org.vesalius.core.check.Fix;
import org.vesalius.network.Layer;
import org.vesalius.network.graph.LayerIds;
import org.vesalius.network.graph.Wiring;

/**
 * Gives a layer a new id of its own.
 *
 * @param label what the change means to the user
 * @param layer the layer
 */
public record NewId(String label, Layer layer) implements Fix {
    @Override
    public void apply() {
        Wiring.networkOf(layer).ifPresent(network -> layer.setId(LayerIds.of(network).next()));
    }
}
