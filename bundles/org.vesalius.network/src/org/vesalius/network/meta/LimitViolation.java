// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.meta;

import org.eclipse.emf.ecore.EAttribute;
import org.eclipse.emf.ecore.EObject;

/**
 * An attribute whose value lies outside the limits annotated in the metamodel, or is missing where there is a default.
 *
 * @param owner the object
 * @param attribute its attribute
 * @param value the value; null if missing
 * @param info label and limits
 */
public record LimitViolation(EObject owner, EAttribute attribute, Object value, AttributeInfo info) {

    /** For people: {@code at least 1}, {@code 0 to 0.99}. */
    public String allowed() {
        return info.allowed();
    }
}
