// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.inference;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vesalius.core.check.Problem;
import org.vesalius.network.Layer;
import org.vesalius.network.shape.Shape;

/**
 * What is known about the layers of a network.
 *
 * @param facts what was worked out; a layer on which nothing could be is not in it
 * @param problems layers that can't take what they get, and what their behaviours complained of
 */
public record InferredShapes(Map<Layer, LayerFacts> facts, List<Problem> problems) {

    /** Copies everything. */
    public InferredShapes {
        facts = Map.copyOf(facts);
        problems = List.copyOf(problems);
    }

    /** What is known about a layer, if anything. */
    public Optional<LayerFacts> of(Layer layer) {
        return Optional.ofNullable(facts.get(layer));
    }

    /** The shape of one sample of a layer's result, if it could be worked out. */
    public Optional<Shape> shapeOf(Layer layer) {
        return of(layer).map(LayerFacts::shape);
    }
}
