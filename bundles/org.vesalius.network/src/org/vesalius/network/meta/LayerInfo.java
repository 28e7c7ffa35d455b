// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.meta;

import java.util.Locale;
import java.util.Optional;
import org.eclipse.emf.ecore.EClass;
import org.vesalius.network.Layer;
import org.vesalius.network.LayerGraph;

/**
 * What the metamodel says about a layer type, from the annotation {@code http://vesalius.org/layer} and the
 * documentation of its class. A plug-in's class without annotations gets useful answers too.
 *
 * @param category the drawer of the palette it belongs to
 * @param label what the type is called, {@code Convolution 2D}
 * @param shortName what names of its layers start with, {@code conv}
 * @param documentation what it does, when to use it, its formula and source; may be empty
 */
public record LayerInfo(String category, String label, String shortName, String documentation) {
    private static final String OTHER = "Other";

    /** Reads the annotations of a layer type. */
    public static LayerInfo of(EClass type) {
        String name = type.getName();
        return new LayerInfo(
                Annotations.read(type, Annotations.LAYER, "category").orElse(OTHER),
                Annotations.read(type, Annotations.LAYER, "label").orElseGet(() -> Annotations.spelledOut(name)),
                Annotations.read(type, Annotations.LAYER, "name").orElseGet(() -> name.toLowerCase(Locale.ROOT)),
                Annotations.documentation(type));
    }

    /** What messages call a layer: {@code Dense 'fc1'}, {@code Dense without a name}, {@code Dense in 'steps'}. */
    public static String called(Layer layer) {
        String label = of(layer.eClass()).label();
        if (layer.eContainer() instanceof Layer wrapper && !(wrapper instanceof LayerGraph)) {
            return label + " in '" + wrapper.getName() + "'";
        }
        String name = layer.getName();
        return name == null || name.isBlank() ? label + " without a name" : label + " '" + name + "'";
    }

    /**
     * The kind of a layer type for sequences, images or volumes. The metamodel tells them by the end of their names:
     * {@code Convolution1D}, {@code Convolution2D}, {@code Convolution3D}.
     *
     * @return empty if there is none for so many dimensions
     */
    public static Optional<EClass> kind(EClass type, int dimensions) {
        String name = type.getName();
        if (!name.matches(".*[123]D")) {
            return Optional.empty();
        }
        String wanted = name.substring(0, name.length() - 2) + dimensions + "D";
        return type.getEPackage().getEClassifier(wanted) instanceof EClass kind
                ? Optional.of(kind) : Optional.empty();
    }
}
