// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.layer;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Objects;
import org.eclipse.emf.common.util.URI;
import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EPackage;
import org.eclipse.emf.ecore.EcorePackage;
import org.eclipse.emf.ecore.impl.EFactoryImpl;
import org.eclipse.emf.ecore.impl.EPackageRegistryImpl;
import org.eclipse.emf.ecore.resource.ResourceSet;
import org.eclipse.emf.ecore.resource.impl.ResourceSetImpl;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.eclipse.emf.ecore.xmi.impl.XMIResourceImpl;
import org.vesalius.network.NetworkPackage;
import org.vesalius.network.impl.LayerImpl;

/**
 * Reads types of layers from an {@code .ecore} file, for which no code has to be generated: its layers are objects of
 * {@link org.vesalius.network.Layer} whose attributes are read by {@link EObject#eGet}.
 */
public final class EcoreLayers {
    private EcoreLayers() {
    }

    /**
     * Reads a file beside a class.
     *
     * @param owner the class, of the same jar
     * @param name the name of the file; its classes extend {@code http://vesalius.org/network/1.0#//Layer}
     * @throws IllegalArgumentException with a sentence, if there is no such file or it holds no package
     */
    public static EPackage read(Class<?> owner, String name) {
        ResourceSet world = new ResourceSetImpl();
        world.setPackageRegistry(new EPackageRegistryImpl());
        world.getPackageRegistry().put(NetworkPackage.eNS_URI, NetworkPackage.eINSTANCE);
        world.getPackageRegistry().put(EcorePackage.eNS_URI, EcorePackage.eINSTANCE);
        XMIResourceImpl resource = new XMIResourceImpl(URI.createURI("vesalius:/" + name));
        world.getResources().add(resource);
        try (InputStream in = Objects.requireNonNull(owner.getResourceAsStream(name), "there is no such file")) {
            resource.load(in, Map.of());
            EcoreUtil.resolveAll(resource);
        } catch (IOException | RuntimeException e) {
            throw new IllegalArgumentException("the metamodel " + name + " can't be read: " + e.getMessage(), e);
        }
        if (resource.getContents().size() != 1 || !(resource.getContents().get(0) instanceof EPackage layers)) {
            throw new IllegalArgumentException("the metamodel " + name + " holds no package");
        }
        layers.setEFactoryInstance(new LayerFactory());
        return layers;
    }

    /** Makes objects that are layers for Java too, as generated code would. */
    private static final class LayerFactory extends EFactoryImpl {
        @Override
        public EObject create(EClass type) {
            return NetworkPackage.Literals.LAYER.isSuperTypeOf(type) ? new DynamicLayer(type) : super.create(type);
        }
    }

    private static final class DynamicLayer extends LayerImpl {
        DynamicLayer(EClass type) {
            eSetClass(type);
        }
    }
}
