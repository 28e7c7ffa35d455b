// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.ui.properties;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

import org.eclipse.emf.ecore.EAttribute;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.jface.viewers.ICellEditorValidator;
import org.eclipse.ui.views.properties.IPropertyDescriptor;
import org.eclipse.ui.views.properties.IPropertySource;
import org.eclipse.ui.views.properties.PropertyDescriptor;

/**
 * The properties of one object for the property sheet: attributes that can be changed, and facts that
 * can only be read. The sheet itself makes one undoable command of each change.
 */
abstract class ModelProperties implements IPropertySource {
    private final EObject object;
    private final Map<Object, FeatureProperty> attributes = new LinkedHashMap<>();
    private final Map<Object, Supplier<String>> facts = new LinkedHashMap<>();
    private final List<IPropertyDescriptor> descriptors = new ArrayList<>();

    ModelProperties(EObject object) {
        this.object = object;
    }

    /** Adds an attribute that can be changed. */
    final void add(EAttribute attribute, String category) {
        add(attribute, category, null);
    }

    /** Adds an attribute that can be changed within a rule beyond those of the metamodel. */
    final void add(EAttribute attribute, String category, ICellEditorValidator rule) {
        FeatureProperty property = FeatureProperty.of(attribute, rule);
        attributes.put(property.id(), property);
        descriptors.add(property.descriptor(category));
    }

    /** Adds something that can only be read. */
    final void addFact(String label, String category, String description, Supplier<String> value) {
        String id = "fact:" + label;
        facts.put(id, value);
        PropertyDescriptor descriptor = new PropertyDescriptor(id, label);
        descriptor.setCategory(category);
        descriptor.setDescription(description);
        descriptors.add(descriptor);
    }

    /** Adds a property that a subclass reads and writes itself. */
    final void addOwn(IPropertyDescriptor descriptor) {
        descriptors.add(descriptor);
    }

    @Override
    public IPropertyDescriptor[] getPropertyDescriptors() {
        return descriptors.toArray(IPropertyDescriptor[]::new);
    }

    @Override
    public Object getEditableValue() {
        return object;
    }

    @Override
    public Object getPropertyValue(Object id) {
        FeatureProperty attribute = attributes.get(id);
        if (attribute != null) {
            return attribute.editorValue(object);
        }
        Supplier<String> fact = facts.get(id);
        return fact == null ? null : fact.get();
    }

    @Override
    public boolean isPropertySet(Object id) {
        FeatureProperty property = attributes.get(id);
        return property != null && object.eIsSet(property.attribute());
    }

    @Override
    public void resetPropertyValue(Object id) {
        FeatureProperty property = attributes.get(id);
        if (property != null) {
            object.eUnset(property.attribute());
        }
    }

    @Override
    public void setPropertyValue(Object id, Object value) {
        FeatureProperty property = attributes.get(id);
        if (property != null) {
            object.eSet(property.attribute(), property.attributeValue(value));
        }
    }
}
