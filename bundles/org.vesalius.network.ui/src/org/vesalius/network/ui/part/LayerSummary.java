// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.ui.part;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

import org.eclipse.emf.common.util.Enumerator;
import org.eclipse.emf.ecore.EAttribute;
import org.eclipse.emf.ecore.EObject;
import org.vesalius.network.Layer;
import org.vesalius.network.NetworkPackage;
import org.vesalius.network.meta.AttributeInfo;
import org.vesalius.network.meta.LayerInfo;
import org.vesalius.network.ui.properties.ValueText;

/**
 * A layer's hyper-parameters in a few characters, such as "32 × 3×3, ReLU", read off the metamodel: the
 * first two always, the others where they differ from their default. A linear activation and what a
 * layer does by itself go without saying.
 */
final class LayerSummary {
    private static final int ALWAYS_SHOWN = 2;

    private LayerSummary() {
    }

    static String of(Layer layer) {
        List<String> parts = new ArrayList<>();
        int position = 0;
        for (EAttribute attribute : layer.eClass().getEAllAttributes()) {
            if (attribute.getEContainingClass() != NetworkPackage.Literals.LAYER) {
                addTo(parts, layer, attribute, position);
                position++;
            }
        }
        String own = joined(parts);
        String inner = inner(layer);
        return inner.isEmpty() ? own : own.isEmpty() ? inner : inner + ", " + own;
    }

    private static void addTo(List<String> parts, Layer layer, EAttribute attribute, int position) {
        Object value = layer.eGet(attribute);
        boolean byDefault = Objects.equals(value, attribute.getDefaultValue());
        boolean told = value instanceof Enumerator || !(value instanceof Boolean) && position < ALWAYS_SHOWN;
        if (value == null || byDefault && !told || isNeutral(value)) {
            return;
        }
        parts.add(value instanceof Boolean flag ? flagText(attribute, flag) : ValueText.of(value));
    }

    private static boolean isNeutral(Object value) {
        return value instanceof Enumerator literal && ("linear".equals(literal.getLiteral())
                || "valid".equals(literal.getLiteral()));
    }

    private static String flagText(EAttribute attribute, boolean flag) {
        String label = AttributeInfo.of(attribute).label().toLowerCase(Locale.ROOT);
        return flag ? label : "no " + label.replaceFirst("^use ", "");
    }

    private static String joined(List<String> parts) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < parts.size(); i++) {
            boolean window = i == 1 && parts.get(1).contains("×") && parts.get(0).matches("\\d+");
            text.append(i == 0 ? "" : window ? " × " : ", ").append(parts.get(i));
        }
        return text.toString();
    }

    private static String inner(Layer layer) {
        for (EObject content : layer.eContents()) {
            if (content instanceof Layer wrapped) {
                return LayerInfo.of(wrapped.eClass()).label() + " " + of(wrapped);
            }
        }
        return "";
    }
}
