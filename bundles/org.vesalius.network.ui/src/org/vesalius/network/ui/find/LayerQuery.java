// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.ui.find;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import org.eclipse.emf.common.util.Enumerator;
import org.eclipse.emf.ecore.EAttribute;
import org.eclipse.emf.ecore.EObject;
import org.vesalius.network.Layer;
import org.vesalius.network.LayerGraph;
import org.vesalius.network.Network;
import org.vesalius.network.meta.AttributeInfo;
import org.vesalius.network.meta.LayerInfo;
import org.vesalius.network.meta.ValueText;

/**
 * What a user looks for: some part of a name or type, or with "filters=64" a value of an attribute, by the attribute's
 * name in the metamodel or by its label. Upper and lower case are the same, and 3x3 is 3×3.
 *
 * @param attribute name or label of the attribute; empty for a name or type
 * @param wanted what is looked for, in lower case
 */
public record LayerQuery(String attribute, String wanted) {

    /** Reads what was typed. */
    public static LayerQuery parse(String typed) {
        int equals = typed.indexOf('=');
        return equals <= 0 ? new LayerQuery("", plain(typed))
                : new LayerQuery(plain(typed.substring(0, equals)), plain(typed.substring(equals + 1)));
    }

    private static String plain(String text) {
        return text.strip().toLowerCase(Locale.ROOT).replace('×', 'x');
    }

    /** Tells whether nothing is looked for. */
    public boolean isEmpty() {
        return attribute.isEmpty() && wanted.isEmpty();
    }

    /** Returns the layers that fit, from top to bottom, those inside blocks behind their block; none for nothing. */
    public List<Layer> in(Network network) {
        return isEmpty() ? List.of() : layers(network).filter(this::matches).toList();
    }

    private static Stream<Layer> layers(LayerGraph graph) {
        return graph.getLayers().stream().sorted(Comparator.comparingInt(Layer::getY).thenComparingInt(Layer::getX))
                .flatMap(layer -> layer instanceof LayerGraph block ? Stream.concat(Stream.of(layer), layers(block))
                        : Stream.of(layer));
    }

    /** Tells whether a layer, or the one that it wraps, fits. */
    boolean matches(Layer layer) {
        boolean fits = attribute.isEmpty() ? named(layer) : valued(layer);
        return fits || !(layer instanceof LayerGraph) && layer.eContents().stream().filter(Layer.class::isInstance)
                .anyMatch(inner -> matches((Layer) inner));
    }

    private boolean named(Layer layer) {
        String name = layer.getName() == null ? "" : layer.getName();
        return Stream.of(name, LayerInfo.of(layer.eClass()).label(), layer.eClass().getName())
                .anyMatch(text -> plain(text).contains(wanted));
    }

    private boolean valued(EObject layer) {
        return layer.eClass().getEAllAttributes().stream().filter(this::isMeant)
                .anyMatch(found -> texts(layer.eGet(found)).anyMatch(text -> plain(text).equals(wanted)));
    }

    private boolean isMeant(EAttribute candidate) {
        return plain(candidate.getName()).equals(attribute) || plain(AttributeInfo.of(candidate).label()).equals(attribute);
    }

    /** A value as people read it, and as the file has it. */
    private static Stream<String> texts(Object value) {
        String file = value instanceof Enumerator literal ? literal.getLiteral() : String.valueOf(value);
        return Stream.of(ValueText.of(value), file);
    }
}
