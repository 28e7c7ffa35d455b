// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.layer;

import java.util.List;
import org.eclipse.emf.ecore.EAttribute;
import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EPackage;
import org.eclipse.emf.ecore.EcoreFactory;
import org.eclipse.emf.ecore.EcorePackage;
import org.eclipse.emf.ecore.impl.EFactoryImpl;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.vesalius.network.Layer;
import org.vesalius.network.NetworkPackage;
import org.vesalius.network.impl.LayerImpl;
import org.vesalius.network.layer.standard.StandardLayers;
import org.vesalius.network.shape.Shape;

/** A layer type as a lab brings it: a metamodel of its own, here without generated code, and a behaviour. */
final class LabLayer implements LayerPackage {
    static final String URI = "http://lab.example/layers/1.0";

    final EPackage metamodel = EcoreFactory.eINSTANCE.createEPackage();
    final EClass type = EcoreFactory.eINSTANCE.createEClass();
    final EAttribute factor = EcoreFactory.eINSTANCE.createEAttribute();
    private List<LayerBehavior<?>> behaviors = List.of(behavior());

    LabLayer() {
        metamodel.setName("lab");
        metamodel.setNsPrefix("lab");
        metamodel.setNsURI(URI);
        metamodel.setEFactoryInstance(new Factory());
        metamodel.getEClassifiers().add(type);
        type.setName("Upsampling");
        type.getESuperTypes().add(NetworkPackage.Literals.LAYER);
        type.getEStructuralFeatures().add(factor);
        EcoreUtil.setAnnotation(type, "http://vesalius.org/layer", "category", "Lab");
        factor.setName("factor");
        factor.setEType(EcorePackage.Literals.EINT);
        factor.setDefaultValueLiteral("2");
        EcoreUtil.setAnnotation(factor, "http://vesalius.org/attribute", "min", "1");
        EcoreUtil.setAnnotation(factor, "http://vesalius.org/attribute", "max", "8");
    }

    /** Enlarges images; its parameters are none. */
    private LayerBehavior<Layer> behavior() {
        return new OneInputBehavior<>(Layer.class) {
            @Override
            public boolean describes(EClass candidate) {
                return candidate == type;
            }

            @Override
            protected Shape outputShape(Layer layer, Shape input) {
                int times = (Integer) layer.eGet(factor);
                return input.withSize(0, input.size(0) * times).withSize(1, input.size(1) * times);
            }
        };
    }

    @Override
    public EPackage metamodel() {
        return metamodel;
    }

    @Override
    public List<LayerBehavior<?>> behaviors() {
        return behaviors;
    }

    /** The same types with other behaviours. */
    LabLayer with(List<LayerBehavior<?>> others) {
        behaviors = others;
        return this;
    }

    LayerCatalog catalog() {
        return StandardLayers.catalog().with(this);
    }

    Layer create(int times) {
        Layer layer = (Layer) EcoreUtil.create(type);
        layer.eSet(factor, times);
        return layer;
    }

    /** Makes objects that are layers for Java too, as generated code would. */
    private static final class Factory extends EFactoryImpl {
        @Override
        public EObject create(EClass eClass) {
            return new LabObject(eClass);
        }
    }

    private static final class LabObject extends LayerImpl {
        LabObject(EClass eClass) {
            eSetClass(eClass);
        }
    }
}
