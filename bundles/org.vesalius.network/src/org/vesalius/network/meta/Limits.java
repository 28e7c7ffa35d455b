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
    public List<LimitViolation> violations(EObject owner) {
        List<LimitViolation> found = new ArrayList<>();
        for (Limited limited : limited(owner)) {
            Object value = owner.eGet(limited.attribute());
            if (!limited.allows(value)) {
                found.add(new LimitViolation(owner, limited.attribute(), value, limited.info()));
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
}
