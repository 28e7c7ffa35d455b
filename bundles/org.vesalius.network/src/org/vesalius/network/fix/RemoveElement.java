// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.fix;

import java.util.Optional;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.vesalius.core.check.Fix;
import org.vesalius.network.Connection;
import org.vesalius.network.Layer;
import org.vesalius.network.LayerGraph;
import org.vesalius.network.graph.Wiring;

/**
 * Takes something out of its network: a layer with its connections, a connection, or a variation of a block, whose
 * attribute then has its drawn value in each repetition.
 *
 * @param label what the change means to the user
 * @param element what is taken out; a layer inside a wrapper stays
 */
public record RemoveElement(String label, EObject element) implements TransferableFix {
    @Override
    public Optional<Fix> in(Drawing drawing) {
        return drawing.of(element).map(drawn -> new RemoveElement(label, drawn));
    }

    @Override
    public void apply() {
        if (!(element instanceof Layer || element instanceof Connection)) {
            EcoreUtil.remove(element);
        } else if (element.eContainer() instanceof LayerGraph graph) {
            removeFrom(new Wiring(graph));
        }
    }

    private void removeFrom(Wiring wiring) {
        if (element instanceof Layer layer) {
            wiring.remove(layer);
        } else {
            wiring.disconnect((Connection) element);
        }
    }
}
