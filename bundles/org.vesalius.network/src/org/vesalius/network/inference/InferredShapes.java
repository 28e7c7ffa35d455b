// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.inference;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vesalius.core.check.Problem;
import org.vesalius.network.Layer;
import org.vesalius.network.layer.ParameterCount;
import org.vesalius.network.shape.Shape;

/**
 * What is known about the layers of a network; a layer on which nothing could be worked out is in neither map.
 *
 * @param shapes the shape of one sample of each layer's result
 * @param parameters what each of these layers learns or keeps
 * @param problems layers that can't take what they get, and what their behaviours complained of
 */
public record InferredShapes(Map<Layer, Shape> shapes, Map<Layer, ParameterCount> parameters,
        List<Problem> problems) {

    /** Copies everything. */
    public InferredShapes {
        shapes = Map.copyOf(shapes);
        parameters = Map.copyOf(parameters);
        problems = List.copyOf(problems);
    }

    /** The shape of one sample of a layer's result, if it could be worked out. */
    public Optional<Shape> shapeOf(Layer layer) {
        return Optional.ofNullable(shapes.get(layer));
    }
}
