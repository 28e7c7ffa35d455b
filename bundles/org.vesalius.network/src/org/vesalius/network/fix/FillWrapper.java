// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.fix;

import java.util.Optional;
import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.vesalius.core.check.Fix;
import org.vesalius.network.Layer;
import org.vesalius.network.graph.LayerIds;
import org.vesalius.network.meta.LayerInfo;

/**
 * Puts a new layer into a wrapper such as Bidirectional, in place of what it holds.
 *
 * @param label what the change means to the user
 * @param wrapper a layer that contains one layer
 * @param type the type of the new layer
 */
public record FillWrapper(String label, Layer wrapper, EClass type) implements TransferableFix {
    @Override
    public Optional<Fix> in(Drawing drawing) {
        return drawing.of(wrapper).map(drawn -> new FillWrapper(label, drawn, type));
    }

    @Override
    public void apply() {
        for (EReference reference : wrapper.eClass().getEAllContainments()) {
            if (!reference.isMany() && reference.getEReferenceType().isSuperTypeOf(type)) {
                fill(reference);
                return;
            }
        }
    }

    private void fill(EReference reference) {
        Layer inside = (Layer) EcoreUtil.create(type);
        inside.setName(LayerInfo.of(type).shortName());
        inside.setId(LayerIds.of(EcoreUtil.getRootContainer(wrapper)).next());
        wrapper.eSet(reference, inside);
    }
}
