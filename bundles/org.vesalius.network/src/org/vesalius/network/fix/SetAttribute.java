// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.fix;

import java.util.Optional;
import org.eclipse.emf.ecore.EAttribute;
import org.eclipse.emf.ecore.EObject;
import org.vesalius.core.check.Fix;

/**
 * Gives an attribute another value.
 *
 * @param label what the change means to the user
 * @param owner the object whose attribute is set
 * @param attribute one of its attributes
 * @param value the new value
 */
public record SetAttribute(String label, EObject owner, EAttribute attribute, Object value) implements TransferableFix {
    @Override
    public Optional<Fix> in(Drawing drawing) {
        return drawing.of(owner).map(drawn -> new SetAttribute(label, drawn, attribute, value));
    }

    @Override
    public void apply() {
        owner.eSet(attribute, value);
    }
}
