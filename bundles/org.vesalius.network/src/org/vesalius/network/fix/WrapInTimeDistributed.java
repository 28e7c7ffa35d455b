// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.fix;

import java.util.List;
import java.util.Optional;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.vesalius.core.check.Fix;
import org.vesalius.network.Layer;
import org.vesalius.network.LayerGraph;
import org.vesalius.network.NetworkFactory;
import org.vesalius.network.TimeDistributed;
import org.vesalius.network.graph.LayerIds;
import org.vesalius.network.graph.LayerNames;

/**
 * Applies a layer to every step of a sequence: a TimeDistributed takes its place in the network and holds it.
 *
 * @param label what the change means to the user
 * @param layer the layer that is wrapped
 */
public record WrapInTimeDistributed(String label, Layer layer) implements TransferableFix {
    @Override
    public Optional<Fix> in(Drawing drawing) {
        return drawing.of(layer).map(drawn -> new WrapInTimeDistributed(label, drawn));
    }

    @Override
    public void apply() {
        if (!(layer.eContainer() instanceof LayerGraph graph)) {
            return;
        }
        TimeDistributed wrapper = NetworkFactory.eINSTANCE.createTimeDistributed();
        wrapper.setId(LayerIds.of(EcoreUtil.getRootContainer(graph)).next());
        wrapper.setName(LayerNames.of(graph).next(wrapper.eClass()));
        wrapper.setX(layer.getX());
        wrapper.setY(layer.getY());
        List.copyOf(layer.getIncoming()).forEach(c -> c.setTarget(wrapper));
        List.copyOf(layer.getOutgoing()).forEach(c -> c.setSource(wrapper));
        graph.getLayers().set(graph.getLayers().indexOf(layer), wrapper);
        wrapper.setLayer(layer);
    }
}
