// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.fix;

import java.util.Optional;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.vesalius.core.check.Fix;
import org.vesalius.network.Layer;
import org.vesalius.network.graph.LayerIds;

/**
 * Gives a layer a new id of its own.
 *
 * @param label what the change means to the user
 * @param layer the layer
 */
public record NewId(String label, Layer layer) implements TransferableFix {
    @Override
    public Optional<Fix> in(Drawing drawing) {
        return drawing.of(layer).map(drawn -> new NewId(label, drawn));
    }

    @Override
    public void apply() {
        layer.setId(LayerIds.of(EcoreUtil.getRootContainer(layer)).next());
    }
}
