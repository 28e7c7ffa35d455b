// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.diff;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.emf.ecore.EAttribute;
import org.eclipse.emf.ecore.EObject;
import org.vesalius.network.meta.AttributeInfo;
import org.vesalius.network.meta.AttributeText;

/**
 * An attribute that has another value.
 *
 * @param attribute the attribute
 * @param before its value before; null for none
 * @param after its value after; null for none
 */
public record AttributeChange(EAttribute attribute, Object before, Object after) {

    /** What differs between two objects of the same type, places on the canvas aside. */
    static List<AttributeChange> between(EObject before, EObject after) {
        List<AttributeChange> changes = new ArrayList<>();
        for (EAttribute attribute : Likeness.attributes(before)) {
            Object one = before.eGet(attribute);
            Object other = after.eGet(attribute);
            if (!Likeness.same(one, other)) {
                changes.add(new AttributeChange(attribute, one, other));
            }
        }
        return changes;
    }

    /** What people call the attribute. */
    public String label() {
        return AttributeInfo.of(attribute).label();
    }

    /** For people: {@code Filters 32 → 64}. */
    public String describe() {
        return label() + " " + text(before) + " → " + text(after);
    }

    private static String text(Object value) {
        String text = AttributeText.format(value);
        return text.isEmpty() ? "nothing" : value instanceof String ? "\"" + text + "\"" : text;
    }
}
