// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.inference;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.vesalius.network.Input;
import org.vesalius.network.Layer;
import org.vesalius.network.graph.Inputs;
import org.vesalius.network.layer.LayerBehavior;
import org.vesalius.network.layer.LayerCatalog;
import org.vesalius.network.layer.View;
import org.vesalius.network.shape.Shape;

/**
 * What each layer sees of the images and volumes that enter a network, as long as its result has places.
 *
 * @param catalog the layer types that can be used
 * @param inferred shapes of the layers
 */
public record ReceptiveFields(LayerCatalog catalog, InferredShapes inferred) {
    private static final int IMAGE_AXES = 3;

    /**
     * What one place of a layer's result sees; empty if it has no places, or sees no image.
     *
     * @param before the same of the layers before it
     */
    public Optional<ReceptiveField> of(Layer layer, Function<Layer, Optional<ReceptiveField>> before) {
        if (inferred.of(layer).isEmpty()) {
            return Optional.empty();
        }
        if (layer instanceof Input input) {
            return input.getShape().rank() >= IMAGE_AXES ? Optional.of(ReceptiveField.of(input)) : Optional.empty();
        }
        Optional<ReceptiveField> seen = widest(layer, before);
        return seen.isEmpty() ? seen : view(layer).filter(view -> view.axes() == seen.get().size().size())
                .map(view -> seen.get().through(view));
    }

    /** What one place of a layer's inputs sees at most. */
    public static Optional<ReceptiveField> widest(Layer layer, Function<Layer, Optional<ReceptiveField>> before) {
        return Inputs.of(layer).stream().flatMap(source -> before.apply(source).stream())
                .max(Comparator.comparingDouble(ReceptiveField::coverage));
    }

    private Optional<View> view(Layer layer) {
        List<Shape> shapes = Inputs.of(layer).stream().flatMap(source -> inferred.shapeOf(source).stream()).toList();
        Optional<LayerBehavior<Layer>> behavior = catalog.behavior(layer);
        return behavior.flatMap(found -> found.view(layer, shapes, inferred.shapeOf(layer).orElseThrow()));
    }
}
