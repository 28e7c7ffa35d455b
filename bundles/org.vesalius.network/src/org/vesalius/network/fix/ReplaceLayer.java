// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.fix;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.eclipse.emf.ecore.EAttribute;
import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.vesalius.core.check.Fix;
import org.vesalius.network.Layer;
import org.vesalius.network.shape.Size2D;
import org.vesalius.network.shape.Size3D;

/**
 * Puts a layer of another type in the place of a layer. It keeps id, name, place, connections and all attributes that
 * both types have; sizes such as that of a kernel are carried over to the other number of dimensions.
 *
 * @param label what the change means to the user
 * @param layer the layer that is replaced
 * @param type the type of the new layer
 */
public record ReplaceLayer(String label, Layer layer, EClass type) implements TransferableFix {
    @Override
    public Optional<Fix> in(Drawing drawing) {
        return drawing.of(layer).map(drawn -> new ReplaceLayer(label, drawn, type));
    }

    @Override
    public void apply() {
        Layer added = (Layer) EcoreUtil.create(type);
        for (EAttribute attribute : type.getEAllAttributes()) {
            EStructuralFeature old = layer.eClass().getEStructuralFeature(attribute.getName());
            if (old != null && layer.eIsSet(old)) {
                copy(layer.eGet(old), added, attribute);
            }
        }
        List.copyOf(layer.getIncoming()).forEach(connection -> connection.setTarget(added));
        List.copyOf(layer.getOutgoing()).forEach(connection -> connection.setSource(added));
        EcoreUtil.replace(layer, added);
    }

    private static void copy(Object value, Layer added, EAttribute attribute) {
        if (attribute.getEAttributeType().isInstance(value)) {
            added.eSet(attribute, value);
            return;
        }
        List<Integer> sizes = sizes(value);
        int dimensions = dimensions(attribute);
        if (!sizes.isEmpty() && dimensions > 0 && sizes.stream().allMatch(size -> size > 0)) {
            String text = IntStream.range(0, dimensions).mapToObj(i -> sizes.get(Math.min(i, sizes.size() - 1)))
                    .map(String::valueOf).collect(Collectors.joining("x"));
            added.eSet(attribute, EcoreUtil.createFromString(attribute.getEAttributeType(), text));
        }
    }

    private static List<Integer> sizes(Object value) {
        if (value instanceof Size2D size) {
            return size.sizes();
        }
        if (value instanceof Size3D size) {
            return size.sizes();
        }
        return value instanceof Integer size ? List.of(size) : List.of();
    }

    private static int dimensions(EAttribute attribute) {
        Class<?> type = attribute.getEAttributeType().getInstanceClass();
        return type == int.class ? 1 : type == Size2D.class ? 2 : type == Size3D.class ? 3 : 0;
    }
}
