// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.block;

import java.util.List;
import java.util.Objects;
import org.eclipse.emf.common.util.EList;
import org.eclipse.emf.ecore.EAttribute;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EReference;

/** Brings an older copy up to date, so that whoever knows it need not learn that there is a newer one. */
final class Takeover {
    private Takeover() {
    }

    /**
     * Gives a copy the attributes and contents of a newer copy of the same object, which is of no use afterwards.
     *
     * @return whether anything was different
     */
    static boolean of(EObject newer, EObject older) {
        boolean different = false;
        for (EAttribute attribute : newer.eClass().getEAllAttributes()) {
            boolean stored = attribute.isChangeable() && !attribute.isDerived();
            if (stored && !Objects.equals(newer.eGet(attribute), older.eGet(attribute))) {
                older.eSet(attribute, newer.eIsSet(attribute) ? newer.eGet(attribute) : attribute.getDefaultValue());
                different = true;
            }
        }
        for (EReference reference : newer.eClass().getEAllContainments()) {
            different |= contents(newer, older, reference);
        }
        return different;
    }

    private static boolean contents(EObject newer, EObject older, EReference reference) {
        List<EObject> now = listed(newer.eGet(reference));
        List<EObject> before = listed(older.eGet(reference));
        boolean alike = now.size() == before.size();
        for (int i = 0; alike && i < now.size(); i++) {
            alike = now.get(i).eClass() == before.get(i).eClass();
        }
        if (!alike) {
            older.eSet(reference, newer.eGet(reference));
            return true;
        }
        boolean different = false;
        for (int i = 0; i < now.size(); i++) {
            different |= of(now.get(i), before.get(i));
        }
        return different;
    }

    @SuppressWarnings("unchecked") // the value of a reference with many values
    private static List<EObject> listed(Object value) {
        return value instanceof EList ? List.copyOf((EList<EObject>) value)
                : value == null ? List.of() : List.of((EObject) value);
    }
}
