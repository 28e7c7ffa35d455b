// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.diff;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.emf.ecore.EAttribute;
import org.eclipse.emf.ecore.EObject;
import org.vesalius.network.Layer;
import org.vesalius.network.LayerGraph;
import org.vesalius.network.NetworkPackage;

/** What two layers have in common, places on the canvas aside. */
final class Likeness {
    private static final Set<EAttribute> PLACE = Set.of(NetworkPackage.Literals.LAYER__X,
            NetworkPackage.Literals.LAYER__Y, NetworkPackage.Literals.BLOCK__COLLAPSED,
            NetworkPackage.Literals.BLOCK__WIDTH, NetworkPackage.Literals.BLOCK__HEIGHT);

    private Likeness() {
    }

    /** The attributes that matter: all but those that say where and how something is drawn. */
    static List<EAttribute> attributes(EObject object) {
        return object.eClass().getEAllAttributes().stream()
                .filter(attribute -> !PLACE.contains(attribute) && !attribute.isTransient()).toList();
    }

    /** The attributes that are hyper-parameters: without id and name. */
    static List<EAttribute> hyperParameters(EObject object) {
        return attributes(object).stream()
                .filter(attribute -> attribute.getEContainingClass() != NetworkPackage.Literals.LAYER).toList();
    }

    /** Whether an attribute has the same value; no text is as good as an empty one. */
    static boolean same(Object one, Object other) {
        return Objects.equals("".equals(one) ? null : one, "".equals(other) ? null : other);
    }

    /** Type and hyper-parameters, those of layers inside wrappers too, as text. */
    static String essence(Layer layer) {
        String inside = layer.eContents().stream().filter(Layer.class::isInstance).filter(part -> !isGraph(layer))
                .map(part -> essence((Layer) part)).collect(Collectors.joining(","));
        return layer.eClass().getName() + hyperParameters(layer).stream()
                .map(attribute -> String.valueOf(layer.eGet(attribute))).collect(Collectors.joining("|", "[", "]"))
                + inside;
    }

    /** Between 0 and 1: which share of the hyper-parameters is the same; 0 for another type. */
    static double of(Layer one, Layer other) {
        if (one.eClass() != other.eClass()) {
            return 0;
        }
        List<EAttribute> all = hyperParameters(one);
        long same = all.stream().filter(attribute -> same(one.eGet(attribute), other.eGet(attribute))).count();
        return all.isEmpty() ? 1 : (double) same / all.size();
    }

    private static boolean isGraph(Layer layer) {
        return layer instanceof LayerGraph;
    }
}
