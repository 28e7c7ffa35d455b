// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.ui.properties;

import org.eclipse.emf.ecore.EAttribute;
import org.eclipse.emf.ecore.EReference;
import org.vesalius.network.Layer;
import org.vesalius.network.NetworkPackage;
import org.vesalius.network.meta.LayerInfo;
import org.vesalius.network.shape.Shape;
import org.vesalius.network.ui.part.DesignContext;

/** The properties of a layer: its name, the hyper-parameters that the metamodel gives it, and what the analysis says. */
public final class LayerProperties extends ModelProperties {
    private static final String GENERAL = "Layer";
    private static final String PARAMETERS = "Hyper-parameters";
    private static final String COMPUTED = "Computed";

    private final Layer layer;
    private WrappedLayer wrapped;

    /** @param layer a layer of the network that is edited */
    public LayerProperties(Layer layer, DesignContext context) {
        super(layer);
        this.layer = layer;
        add(NetworkPackage.Literals.LAYER__NAME, GENERAL, new FreeName(layer));
        addFact("Type", GENERAL, LayerInfo.of(layer.eClass()).documentation(),
                () -> LayerInfo.of(layer.eClass()).label());
        addHyperParameters(context);
        addFact("Output shape", COMPUTED, "What the layer gives for one sample.",
                () -> context.analysis().shapeOf(layer).map(Shape::display).orElse("not known"));
        addFact("Parameters", COMPUTED, "How many numbers training adapts in this layer.",
                () -> String.format("%,d", context.analysis().parameters(layer)));
    }

    private void addHyperParameters(DesignContext context) {
        for (EReference reference : layer.eClass().getEAllContainments()) {
            if (NetworkPackage.Literals.LAYER.isSuperTypeOf(reference.getEReferenceType()) && !reference.isMany()) {
                wrapped = new WrappedLayer(layer, reference, context.catalog());
                addOwn(wrapped.descriptor(PARAMETERS));
            }
        }
        for (EAttribute attribute : layer.eClass().getEAllAttributes()) {
            if (attribute.getEContainingClass() != NetworkPackage.Literals.LAYER) {
                add(attribute, PARAMETERS);
            }
        }
    }

    @Override
    public Object getPropertyValue(Object id) {
        return wrapped != null && wrapped.id().equals(id) ? wrapped : super.getPropertyValue(id);
    }

    @Override
    public void setPropertyValue(Object id, Object value) {
        if (wrapped != null && wrapped.id().equals(id)) {
            wrapped.choose((Integer) value);
        } else {
            super.setPropertyValue(id, value);
        }
    }
}
