// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.meta;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.eclipse.emf.ecore.EAttribute;
import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.EObject;

/**
 * Holds objects against the limits annotated in their metamodel. Reads the annotations of each type once, so keep one
 * for a whole network; not for use by several threads.
 */
public final class Limits {
    private final Map<EClass, List<Limited>> byType = new HashMap<>();

    /** What violates its limits in one object; its contents are not looked at. */
    public List<Violation> violations(EObject owner) {
        List<Violation> found = new ArrayList<>();
        for (Limited limited : limited(owner)) {
            Object value = owner.eGet(limited.attribute());
            if (!limited.allows(value)) {
                found.add(new Violation(owner, limited.attribute(), value, limited.info()));
            }
        }
        return found;
    }

    /** Whether an attribute of an object may have this value. */
    public boolean allows(EObject owner, EAttribute attribute, Object value) {
        return limited(owner).stream().filter(limited -> limited.attribute() == attribute)
                .allMatch(limited -> limited.allows(value));
    }

    /** Whether an object or anything in it violates a limit. */
    public boolean violatedIn(EObject tree) {
        if (!violations(tree).isEmpty()) {
            return true;
        }
        Iterator<EObject> contents = tree.eAllContents();
        while (contents.hasNext()) {
            if (!violations(contents.next()).isEmpty()) {
                return true;
            }
        }
        return false;
    }

    private List<Limited> limited(EObject owner) {
        return byType.computeIfAbsent(owner.eClass(), type -> type.getEAllAttributes().stream().map(Limited::of)
                .filter(Limited::matters).toList());
    }

    /**
     * An attribute whose value lies outside the limits annotated in the metamodel, or is missing where there is a default.
     *
     * @param owner the object
     * @param attribute its attribute
     * @param value the value; null if missing
     * @param info label and limits
     */
    public record Violation(EObject owner, EAttribute attribute, Object value, AttributeInfo info) {

        /** For people: {@code at least 1}, {@code 0 to 0.99}. */
        public String allowed() {
            return info.allowed();
        }
    }
}
