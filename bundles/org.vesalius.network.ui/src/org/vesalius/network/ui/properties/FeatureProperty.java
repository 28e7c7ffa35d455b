// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.ui.properties;

import org.eclipse.emf.ecore.EAttribute;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.jface.viewers.ICellEditorValidator;
import org.eclipse.ui.views.properties.IPropertyDescriptor;

/**
 * One attribute as the property sheet shows it: how its value goes into a cell editor, and back.
 *
 * <p>The id of its descriptor names the attribute and its type, so that layers of several types that
 * are selected together share the attributes they have in common.
 */
abstract class FeatureProperty {
    private final EAttribute attribute;

    FeatureProperty(EAttribute attribute) {
        this.attribute = attribute;
    }

    /** Returns the property for an attribute, by its type. */
    static FeatureProperty of(EAttribute attribute, ICellEditorValidator extraRule) {
        if (ChoiceProperty.fits(attribute)) {
            return new ChoiceProperty(attribute);
        }
        return new TextProperty(attribute, extraRule);
    }

    final EAttribute attribute() {
        return attribute;
    }

    final String id() {
        return attribute.getName() + ":" + attribute.getEAttributeType().getName();
    }

    /** Returns the descriptor for the property sheet. */
    abstract IPropertyDescriptor descriptor(String category);

    /** Returns the value as the cell editor takes it. */
    abstract Object editorValue(EObject object);

    /** Returns the attribute's value for what the cell editor gave. */
    abstract Object attributeValue(Object editorValue);
}
