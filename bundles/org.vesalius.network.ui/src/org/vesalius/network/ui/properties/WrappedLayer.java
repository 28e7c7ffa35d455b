// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.ui.properties;

import java.util.List;

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

/** The layer inside a wrapper such as Bidirectional: its type can be chosen, its hyper-parameters lie below it. */
final class WrappedLayer implements IPropertySource {
    private final Layer wrapper;
    private final EReference reference;
    private final List<EClass> types;

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

    /** Wraps a new layer of the chosen type; the present one stays if it is of that type. */
    void choose(Object index) {
        EClass type = types.get((Integer) index);
        if (inner() == null || inner().eClass() != type) {
            Layer chosen = (Layer) EcoreUtil.create(type);
            Wiring.networkOf(wrapper).ifPresent(network -> LayerIds.of(network).assignMissing(chosen));
            wrapper.eSet(reference, chosen);
        }
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
