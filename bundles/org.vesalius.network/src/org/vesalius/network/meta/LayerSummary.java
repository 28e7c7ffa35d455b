// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.meta;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;

import org.eclipse.emf.common.util.Enumerator;
import org.eclipse.emf.ecore.EAttribute;
import org.eclipse.emf.ecore.EEnum;
import org.eclipse.emf.ecore.EObject;
import org.vesalius.network.BlockInput;
import org.vesalius.network.BlockOutput;
import org.vesalius.network.Layer;
import org.vesalius.network.LayerGraph;
import org.vesalius.network.NetworkPackage;

/**
 * A layer's hyper-parameters in a few characters, such as "32 × 3×3, ReLU", read off the metamodel: the
 * first one, sizes and choices always, the others where they differ from their default. A linear
 * activation and valid padding go without saying.
 */
public final class LayerSummary {
    private LayerSummary() {
    }

    /** Returns the summary; empty where nothing differs from what goes without saying. */
    public static String of(Layer layer) {
        if (layer instanceof LayerGraph block) {
            return inside(block);
        }
        List<String> parts = new ArrayList<>();
        inner(layer, parts);
        List<EAttribute> attributes = attributes(layer);
        for (EAttribute attribute : attributes) {
            Object value = layer.eGet(attribute);
            if (value != null && isTold(attributes, attribute, value)) {
                addTo(parts, attribute, value);
            }
        }
        return String.join(", ", parts);
    }

    /** What a block holds, such as "3 layers: Convolution 2D, Batch normalisation, Activation". */
    private static String inside(LayerGraph block) {
        List<Layer> layers = block.getLayers().stream()
                .filter(layer -> !(layer instanceof BlockInput || layer instanceof BlockOutput)).toList();
        String types = layers.stream().map(layer -> LayerInfo.of(layer.eClass()).label()).distinct()
                .collect(Collectors.joining(", "));
        String count = layers.size() == 1 ? "1 layer" : layers.size() + " layers";
        return layers.isEmpty() ? "empty" : count + ": " + types;
    }

    /** Sizes stand right behind the first attribute: how many, then how large. How weights start comes last. */
    private static List<EAttribute> attributes(Layer layer) {
        List<EAttribute> own = layer.eClass().getEAllAttributes().stream()
                .filter(attribute -> attribute.getEContainingClass() != NetworkPackage.Literals.LAYER)
                .sorted(Comparator.comparing(LayerSummary::isAboutWeights))
                .collect(Collectors.toCollection(ArrayList::new));
        if (own.size() > 1) {
            own.subList(1, own.size()).sort(Comparator.comparing(attribute -> !isSize(attribute)));
        }
        return own;
    }

    private static boolean isAboutWeights(EAttribute attribute) {
        return attribute.getEContainingClass() == NetworkPackage.Literals.WEIGHTED;
    }

    private static boolean isTold(List<EAttribute> attributes, EAttribute attribute, Object value) {
        if (isNeutral(value)) {
            return false;
        }
        if (!Objects.equals(value, attribute.getDefaultValue())) {
            return true;
        }
        boolean first = attribute == attributes.get(0) && !(value instanceof Boolean);
        return !isAboutWeights(attribute) && (first || isSize(attribute) || isFirstChoice(attributes, attribute));
    }

    private static boolean isFirstChoice(List<EAttribute> attributes, EAttribute attribute) {
        return attribute == attributes.stream().filter(any -> any.getEAttributeType() instanceof EEnum).findFirst()
                .orElse(null);
    }

    private static boolean isSize(EAttribute attribute) {
        return attribute.getName().endsWith("Size");
    }

    private static boolean isNeutral(Object value) {
        return value instanceof Enumerator literal
                && List.of("linear", "valid", "usual", "none").contains(literal.getLiteral());
    }

    private static void addTo(List<String> parts, EAttribute attribute, Object value) {
        String text = text(attribute, value);
        if (isSize(attribute) && parts.size() == 1) {
            boolean count = parts.get(0).chars().allMatch(Character::isDigit);
            parts.set(0, parts.get(0) + (count ? " × " : " ") + text);
        } else {
            parts.add(text);
        }
    }

    /** A fraction says nothing without its name, and a flag is a name alone. */
    private static String text(EAttribute attribute, Object value) {
        String label = AttributeInfo.of(attribute).label().toLowerCase(Locale.ROOT);
        if (value instanceof Boolean flag) {
            return flag ? label : "no " + label.replaceFirst("^use ", "");
        }
        return value instanceof Double ? label + " " + value : ValueText.of(value);
    }

    private static void inner(Layer layer, List<String> parts) {
        for (EObject content : layer.eContents()) {
            if (content instanceof Layer wrapped) {
                parts.add((LayerInfo.of(wrapped.eClass()).label() + " " + of(wrapped)).strip());
            }
        }
    }
}
