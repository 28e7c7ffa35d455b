// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.fix;

import java.util.Optional;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.vesalius.core.check.Fix;
import org.vesalius.network.Variation;

/**
 * Takes a variation out of its block, so that the attribute has its drawn value in each repetition.
 *
 * @param label what the change means to the user
 * @param variation the variation
 */
public record RemoveVariation(String label, Variation variation) implements TransferableFix {
    @Override
    public Optional<Fix> in(Drawing drawing) {
        return drawing.of(variation).map(drawn -> new RemoveVariation(label, drawn));
    }

    @Override
    public void apply() {
        EcoreUtil.remove(variation);
    }
}
