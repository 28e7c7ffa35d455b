// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.ui.properties;

import org.eclipse.emf.ecore.EAttribute;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.jface.viewers.ICellEditorValidator;
import org.eclipse.ui.views.properties.IPropertyDescriptor;
import org.eclipse.ui.views.properties.TextPropertyDescriptor;
import org.vesalius.network.meta.AttributeInfo;

/** An attribute that is typed: a number, a size such as 3×3, a shape, or text. */
final class TextProperty extends FeatureProperty {
    private final ValueParser parser;
    private final ICellEditorValidator extraRule;

    TextProperty(EAttribute attribute, ICellEditorValidator extraRule) {
        super(attribute);
        this.parser = new ValueParser(attribute);
        this.extraRule = extraRule;
    }

    @Override
    IPropertyDescriptor descriptor(String category) {
        AttributeInfo info = AttributeInfo.of(attribute());
        TextPropertyDescriptor descriptor = new TextPropertyDescriptor(id(), info.label());
        descriptor.setCategory(category);
        descriptor.setDescription(info.documentation());
        descriptor.setValidator(this::fault);
        return descriptor;
    }

    private String fault(Object typed) {
        String fault = parser.fault((String) typed);
        return fault != null || extraRule == null ? fault : extraRule.isValid(typed);
    }

    @Override
    Object editorValue(EObject object) {
        return ValueText.of(object.eGet(attribute()));
    }

    @Override
    Object attributeValue(Object editorValue) {
        return parser.parse((String) editorValue);
    }
}
