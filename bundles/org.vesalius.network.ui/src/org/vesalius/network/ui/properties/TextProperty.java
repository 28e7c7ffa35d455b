// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.ui.properties;

import org.eclipse.emf.ecore.EAttribute;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.jface.viewers.ICellEditorValidator;
import org.eclipse.ui.views.properties.IPropertyDescriptor;
import org.eclipse.ui.views.properties.TextPropertyDescriptor;
import org.vesalius.network.meta.AttributeInfo;
import org.vesalius.network.meta.AttributeText;

/** An attribute that is typed: a number, a size such as 3×3, a shape, or text. */
final class TextProperty extends FeatureProperty {
    private final AttributeText text;
    private final ICellEditorValidator extraRule;

    TextProperty(EAttribute attribute, ICellEditorValidator extraRule) {
        super(attribute);
        this.text = new AttributeText(attribute);
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

    /** Returns what is wrong with what was typed, or null as cell editors want it. */
    private String fault(Object typed) {
        String label = AttributeInfo.of(attribute()).label();
        return text.fault(stripped(typed)).map(fault -> label + ": " + fault)
                .orElseGet(() -> extraRule == null ? null : extraRule.isValid(typed));
    }

    private static String stripped(Object typed) {
        return ((String) typed).strip();
    }

    @Override
    Object editorValue(EObject object) {
        return AttributeText.format(object.eGet(attribute()));
    }

    @Override
    Object attributeValue(Object editorValue) {
        return text.parse(stripped(editorValue));
    }
}
