// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.ui.properties;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import org.eclipse.emf.ecore.EAttribute;
import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.EReference;
import org.vesalius.network.Layer;
import org.vesalius.network.NetworkPackage;
import org.vesalius.network.meta.LayerInfo;
import org.vesalius.network.ui.design.OpenDesign;
import org.vesalius.network.ui.part.NameRule;
import org.vesalius.network.weights.WeightSpec;
import org.vesalius.ui.field.AttributeField;
import org.vesalius.ui.field.EntryField;
import org.vesalius.ui.field.Field;
import org.vesalius.ui.field.ModelEdits;
import org.vesalius.ui.field.ReadOnlyField;
import org.vesalius.ui.field.SharedAttribute;

/** The fields for layers: what the metamodel gives all of them, so that layers of plug-ins get theirs too. */
final class LayerFields {
    /** What says how a block lies on the canvas; it is changed there. */
    private static final Set<EAttribute> LOOKS = Set.of(NetworkPackage.Literals.BLOCK__COLLAPSED,
            NetworkPackage.Literals.BLOCK__WIDTH, NetworkPackage.Literals.BLOCK__HEIGHT);

    private LayerFields() {
    }

    /** Returns the fields for what layers are called, are and do. */
    static List<Field> general(Selected selected) {
        ModelEdits edits = selected.design().edits();
        List<Layer> layers = selected.layers();
        List<Field> fields = new ArrayList<>();
        selected.layer().ifPresent(layer -> fields.add(name(layer, edits)));
        fields.add(new ReadOnlyField(layers.size() == 1 ? "Type" : "Types", documentation(layers),
                () -> types(layers)));
        add(fields, layers, LayerFields::isHyperParameter, edits);
        wrapper(layers).ifPresent(reference -> {
            fields.add(new WrappedField(selected.design(), layers, reference,
                    selected.design().layerTypes().catalog()));
            add(fields, inner(layers, reference), LayerFields::isHyperParameter, edits);
        });
        return fields;
    }

    private static Field name(Layer layer, ModelEdits edits) {
        SharedAttribute name = SharedAttribute.of(List.of(layer), NetworkPackage.Literals.LAYER__NAME::equals).get(0);
        return EntryField.line(name, edits, typed -> Optional.ofNullable(new NameRule(layer).isValid(typed)));
    }

    private static String documentation(List<Layer> layers) {
        List<EClass> types = layers.stream().map(Layer::eClass).distinct().toList();
        return types.size() == 1 ? LayerInfo.of(types.get(0)).documentation() : "";
    }

    private static String types(Collection<Layer> layers) {
        return layers.stream().map(Layer::eClass).distinct().map(type -> LayerInfo.of(type).label())
                .collect(Collectors.joining(", "));
    }

    /** Returns the fields for how weights start and what keeps them in bounds; none where a layer has no weights. */
    static List<Field> weights(Selected selected) {
        List<Field> fields = new ArrayList<>();
        List<Layer> layers = selected.layers();
        ModelEdits edits = selected.design().edits();
        add(fields, layers, LayerFields::isOfWeights, edits);
        wrapper(layers).ifPresent(
                reference -> add(fields, inner(layers, reference), LayerFields::isOfWeights, edits));
        selected.layer().ifPresent(layer -> addArrays(fields, selected.design(), layer));
        return fields;
    }

    private static void addArrays(List<Field> fields, OpenDesign design, Layer layer) {
        for (WeightSpec array : design.analysis().weightSpecs(layer)) {
            String shape = array.shape().isEmpty() ? "one number"
                    : array.shape().stream().map(String::valueOf).collect(Collectors.joining("×"));
            fields.add(new ReadOnlyField(array.name(), "An array that the layer keeps.",
                    () -> array.trainable() ? shape : shape + " (fixed)"));
        }
    }

    private static void add(List<Field> fields, List<Layer> layers, Predicate<EAttribute> wanted,
            ModelEdits edits) {
        SharedAttribute.of(layers, wanted).forEach(attribute -> fields.add(AttributeField.of(attribute, edits)));
    }

    private static boolean isHyperParameter(EAttribute attribute) {
        return attribute.getEContainingClass() != NetworkPackage.Literals.LAYER && !isOfWeights(attribute)
                && !LOOKS.contains(attribute);
    }

    private static boolean isOfWeights(EAttribute attribute) {
        return attribute.getEContainingClass() == NetworkPackage.Literals.WEIGHTED;
    }

    /** Returns what holds the layer inside, if all layers are wrappers of one type. */
    private static Optional<EReference> wrapper(List<Layer> layers) {
        List<EClass> types = layers.stream().map(Layer::eClass).distinct().toList();
        return types.size() != 1 ? Optional.empty()
                : types.get(0).getEAllContainments().stream()
                        .filter(reference -> !reference.isMany()
                                && NetworkPackage.Literals.LAYER.isSuperTypeOf(reference.getEReferenceType()))
                        .findFirst();
    }

    /** Returns the layers inside wrappers; none if some wrapper is empty. */
    private static List<Layer> inner(List<Layer> wrappers, EReference reference) {
        List<Layer> inner = wrappers.stream().map(wrapper -> wrapper.eGet(reference)).filter(Layer.class::isInstance)
                .map(Layer.class::cast).toList();
        return inner.size() == wrappers.size() ? inner : List.of();
    }
}
