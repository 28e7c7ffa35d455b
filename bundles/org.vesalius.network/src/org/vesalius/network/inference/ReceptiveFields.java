// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.inference;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vesalius.network.Input;
import org.vesalius.network.Layer;
import org.vesalius.network.graph.Inputs;
import org.vesalius.network.graph.TopologicalOrder;
import org.vesalius.network.layer.LayerBehavior;
import org.vesalius.network.layer.LayerCatalog;
import org.vesalius.network.layer.View;
import org.vesalius.network.shape.Shape;

/** What each layer sees of the images and volumes that enter a network, as long as its result has places. */
public final class ReceptiveFields {
    private static final int IMAGE_AXES = 3;

    private final LayerCatalog catalog;
    private final InferredShapes inferred;
    private final Map<Layer, ReceptiveField> fields = new HashMap<>();

    private ReceptiveFields(LayerCatalog catalog, InferredShapes inferred) {
        this.catalog = catalog;
        this.inferred = inferred;
    }

    /** Follows the images through the layers, in time linear in layers and connections. */
    public static ReceptiveFields of(LayerCatalog catalog, TopologicalOrder order, InferredShapes inferred) {
        ReceptiveFields fields = new ReceptiveFields(catalog, inferred);
        order.layers().stream().filter(layer -> inferred.of(layer).isPresent()).forEach(fields::visit);
        return fields;
    }

    /** What one place of a layer's result sees; empty if it has no places, or sees no image. */
    public Optional<ReceptiveField> of(Layer layer) {
        return Optional.ofNullable(fields.get(layer));
    }

    /** What one place of a layer's inputs sees at most. */
    public Optional<ReceptiveField> before(Layer layer) {
        return Inputs.of(layer).stream().flatMap(source -> of(source).stream())
                .max(Comparator.comparingDouble(ReceptiveField::coverage));
    }

    private void visit(Layer layer) {
        if (layer instanceof Input input) {
            if (input.getShape().rank() >= IMAGE_AXES) {
                fields.put(layer, ReceptiveField.of(input));
            }
            return;
        }
        Optional<ReceptiveField> before = before(layer);
        if (before.isPresent()) {
            view(layer).filter(view -> view.axes() == before.get().size().size())
                    .ifPresent(view -> fields.put(layer, before.get().through(view)));
        }
    }

    private Optional<View> view(Layer layer) {
        List<Shape> shapes = Inputs.of(layer).stream().flatMap(source -> inferred.shapeOf(source).stream()).toList();
        Optional<LayerBehavior<Layer>> behavior = catalog.behavior(layer);
        return behavior.flatMap(found -> found.view(layer, shapes, inferred.shapeOf(layer).orElseThrow()));
    }
}
