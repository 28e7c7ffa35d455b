// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.ui.properties;

import java.util.List;

import org.eclipse.emf.ecore.EAttribute;
import org.eclipse.emf.ecore.EEnum;
import org.eclipse.emf.ecore.EEnumLiteral;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EcorePackage;
import org.eclipse.ui.views.properties.ComboBoxPropertyDescriptor;
import org.eclipse.ui.views.properties.IPropertyDescriptor;
import org.vesalius.network.meta.AttributeInfo;
import org.vesalius.network.meta.ValueText;

/** An attribute with few values: an enumeration, or yes and no. */
final class ChoiceProperty extends FeatureProperty {
    private final List<Object> values;

    ChoiceProperty(EAttribute attribute) {
        super(attribute);
        this.values = attribute.getEAttributeType() instanceof EEnum type ? literals(type)
                : List.of(Boolean.TRUE, Boolean.FALSE);
    }

    static boolean fits(EAttribute attribute) {
        return attribute.getEAttributeType() instanceof EEnum
                || attribute.getEAttributeType() == EcorePackage.Literals.EBOOLEAN;
    }

    private static List<Object> literals(EEnum type) {
        return type.getELiterals().stream().map(EEnumLiteral::getInstance).<Object>map(literal -> literal).toList();
    }

    @Override
    IPropertyDescriptor descriptor(String category) {
        String[] labels = values.stream().map(ValueText::of).toArray(String[]::new);
        AttributeInfo info = AttributeInfo.of(attribute());
        ComboBoxPropertyDescriptor descriptor = new ComboBoxPropertyDescriptor(id(), info.label(), labels);
        descriptor.setCategory(category);
        descriptor.setDescription(info.documentation());
        return descriptor;
    }

    @Override
    Object editorValue(EObject object) {
        return values.indexOf(object.eGet(attribute()));
    }

    @Override
    Object attributeValue(Object editorValue) {
        int index = (Integer) editorValue;
        return index < 0 ? null : values.get(index);
    }
}
