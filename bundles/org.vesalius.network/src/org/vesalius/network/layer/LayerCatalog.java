// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.layer;

import java.net.URL;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.EClassifier;
import org.eclipse.emf.ecore.EPackage;
import org.vesalius.network.Layer;
import org.vesalius.network.NetworkPackage;
import org.vesalius.network.meta.LayerInfo;

/** The layer types that can be used, each with its behaviour: the standard ones, and those of a lab. Immutable. */
public final class LayerCatalog {
    private final Map<EPackage, LayerPackage> packages;
    private final Map<EClass, LayerBehavior<Layer>> behaviors;

    private LayerCatalog(Map<EPackage, LayerPackage> packages, Map<EClass, LayerBehavior<Layer>> behaviors) {
        this.packages = Collections.unmodifiableMap(packages);
        this.behaviors = Collections.unmodifiableMap(behaviors);
    }

    /** A catalog without any type. */
    public static LayerCatalog empty() {
        return new LayerCatalog(Map.of(), Map.of());
    }

    /**
     * This catalog and the layer types that somebody contributes; classes of the package that are no concrete layers are
     * left alone.
     *
     * @throws IllegalArgumentException with a sentence, if a package of this URI is there already, or a class has no
     *     behaviour
     */
    public LayerCatalog with(LayerPackage added) {
        EPackage metamodel = added.metamodel();
        if (packages().stream().anyMatch(known -> known.getNsURI().equals(metamodel.getNsURI()))) {
            throw new IllegalArgumentException("two packages of layers have the URI " + metamodel.getNsURI());
        }
        List<? extends LayerBehavior<?>> candidates = added.behaviors();
        Map<EClass, LayerBehavior<Layer>> types = new LinkedHashMap<>();
        for (EClassifier classifier : metamodel.getEClassifiers()) {
            if (classifier instanceof EClass type && isConcreteLayer(type)) {
                types.put(type, behaviorOf(type, candidates));
            }
        }
        // whoever is found first, our own types lead
        boolean first = metamodel == NetworkPackage.eINSTANCE;
        LayerCatalog more = new LayerCatalog(Map.of(metamodel, added), types);
        return first ? more.followedBy(this) : followedBy(more);
    }

    private LayerCatalog followedBy(LayerCatalog more) {
        Map<EPackage, LayerPackage> allPackages = new LinkedHashMap<>(packages);
        allPackages.putAll(more.packages);
        Map<EClass, LayerBehavior<Layer>> all = new LinkedHashMap<>(behaviors);
        all.putAll(more.behaviors);
        return new LayerCatalog(allPackages, all);
    }

    /** The behaviour of a layer; empty if its type is not in this catalog. */
    public Optional<LayerBehavior<Layer>> behavior(Layer layer) {
        return Optional.ofNullable(behaviors.get(layer.eClass())).map(found -> found.within(this));
    }

    /** The types of layer that can be added, in the order of their metamodels. */
    public List<EClass> types() {
        return List.copyOf(behaviors.keySet());
    }

    /** The metamodels of these types: {@code network.ecore} first. */
    public List<EPackage> packages() {
        return List.copyOf(packages.keySet());
    }

    /** The drawer of the palette that a type belongs to. */
    public String category(EClass type) {
        return LayerInfo.of(type).category();
    }

    /** What a type is called. */
    public String label(EClass type) {
        return LayerInfo.of(type).label();
    }

    /** The icon of a type; empty where a plain one is to be shown. */
    public Optional<URL> icon(EClass type) {
        return Optional.ofNullable(packages.get(type.getEPackage())).flatMap(contributed -> contributed.icon(type));
    }

    private static boolean isConcreteLayer(EClass type) {
        return !type.isAbstract() && !type.isInterface() && NetworkPackage.Literals.LAYER.isSuperTypeOf(type);
    }

    @SuppressWarnings("unchecked") // describes() says that the layers of this type are what the behaviour takes
    private static LayerBehavior<Layer> behaviorOf(EClass type, List<? extends LayerBehavior<?>> candidates) {
        return candidates.stream().filter(candidate -> candidate.describes(type)).findFirst()
                .map(found -> (LayerBehavior<Layer>) found)
                .orElseThrow(() -> new IllegalArgumentException("the layer type " + type.getName() + " of "
                        + type.getEPackage().getNsURI() + " comes without a LayerBehavior"));
    }
}
