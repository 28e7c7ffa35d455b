// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.fix;

import org.eclipse.emf.ecore.util.EcoreUtil;
import org.vesalius.core.check.Fix;
import org.vesalius.network.Variation;

/**
 * Takes a variation out of its block, so that the attribute has its drawn value in each repetition.
 *
 * @param label what the change means to the user
 * @param variation the variation
 */
public record RemoveVariation(String label, Variation variation) implements Fix {
    @Override
    public void apply() {
        EcoreUtil.remove(variation);
    }
}
