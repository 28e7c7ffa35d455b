// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.ui.properties;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.eclipse.emf.ecore.EAttribute;
import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.eclipse.ui.views.properties.ComboBoxPropertyDescriptor;
import org.eclipse.ui.views.properties.IPropertyDescriptor;
import org.eclipse.ui.views.properties.IPropertySource;
import org.vesalius.network.Layer;
import org.vesalius.network.NetworkPackage;
import org.vesalius.network.graph.LayerIds;
import org.vesalius.network.graph.Wiring;
import org.vesalius.network.layer.LayerCatalog;
import org.vesalius.network.meta.LayerInfo;

/**
 * The layer inside a wrapper such as Bidirectional: its type can be chosen, its hyper-parameters lie below it.
 *
 * <p>The sheet undoes a choice by choosing the former type again, so layers that were replaced are kept: choosing their
 * type brings them back with all their values.
 */
final class WrappedLayer implements IPropertySource {
    private final Layer wrapper;
    private final EReference reference;
    private final List<EClass> types;
    private final Map<EClass, Layer> replaced = new HashMap<>();

    WrappedLayer(Layer wrapper, EReference reference, LayerCatalog catalog) {
        this.wrapper = wrapper;
        this.reference = reference;
        this.types = catalog.types().stream().filter(reference.getEReferenceType()::isSuperTypeOf)
                .filter(type -> type.getEAllContainments().isEmpty()).toList();
    }

    String id() {
        return "wrapped:" + reference.getName();
    }

    IPropertyDescriptor descriptor(String category) {
        String[] labels = types.stream().map(type -> LayerInfo.of(type).label()).toArray(String[]::new);
        ComboBoxPropertyDescriptor descriptor = new ComboBoxPropertyDescriptor(id(), "Wrapped layer", labels);
        descriptor.setCategory(category);
        descriptor.setDescription(EcoreUtil.getDocumentation(reference));
        return descriptor;
    }

    /**
     * Wraps a layer of the chosen type: the present one if it is of that type, else the one that a choice made here
     * replaced, else a new one.
     *
     * @param index the place of the type among the choices; negative for an empty wrapper
     */
    void choose(int index) {
        EClass type = index < 0 ? null : types.get(index);
        Layer present = inner();
        if (present != null && present.eClass() == type) {
            return;
        }
        wrapper.eSet(reference, type == null ? null : layer(type));
        if (present != null) {
            replaced.put(present.eClass(), present);
        }
    }

    private Layer layer(EClass type) {
        Layer known = replaced.remove(type);
        if (known != null) {
            return known;
        }
        Layer created = (Layer) EcoreUtil.create(type);
        Wiring.networkOf(wrapper).ifPresent(network -> LayerIds.of(network).assignMissing(created));
        return created;
    }

    private Layer inner() {
        return (Layer) wrapper.eGet(reference);
    }

    private InnerProperties properties() {
        return new InnerProperties(inner());
    }

    @Override
    public Object getEditableValue() {
        return inner() == null ? -1 : types.indexOf(inner().eClass());
    }

    @Override
    public IPropertyDescriptor[] getPropertyDescriptors() {
        return inner() == null ? new IPropertyDescriptor[0] : properties().getPropertyDescriptors();
    }

    @Override
    public Object getPropertyValue(Object id) {
        return properties().getPropertyValue(id);
    }

    @Override
    public boolean isPropertySet(Object id) {
        return properties().isPropertySet(id);
    }

    @Override
    public void resetPropertyValue(Object id) {
        properties().resetPropertyValue(id);
    }

    @Override
    public void setPropertyValue(Object id, Object value) {
        properties().setPropertyValue(id, value);
    }

    /** The hyper-parameters of the layer inside. */
    private static final class InnerProperties extends ModelProperties {
        InnerProperties(EObject inner) {
            super(inner);
            for (EAttribute attribute : inner.eClass().getEAllAttributes()) {
                if (attribute.getEContainingClass() != NetworkPackage.Literals.LAYER) {
                    add(attribute, "");
                }
            }
        }
    }
}
