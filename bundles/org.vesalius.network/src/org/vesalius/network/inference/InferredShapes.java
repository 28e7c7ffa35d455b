// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.inference;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vesalius.core.check.Problem;
import org.vesalius.network.Layer;
import org.vesalius.network.shape.Shape;

/** What is known about the layers of a network. Immutable. */
public final class InferredShapes {
    private final Map<Layer, Optional<Inference>> known;
    private final List<Problem> problems;

    InferredShapes(Map<Layer, Optional<Inference>> known, List<Problem> problems) {
        this.known = known;
        this.problems = problems;
    }

    /** What is known about a layer, if anything. */
    public Optional<LayerFacts> of(Layer layer) {
        return known.getOrDefault(layer, Optional.empty()).flatMap(Inference::facts);
    }

    /** The shape of one sample of a layer's result, if it could be worked out. */
    public Optional<Shape> shapeOf(Layer layer) {
        return of(layer).map(LayerFacts::shape);
    }

    /** Layers that can't take what they get, and what their behaviours complained of. */
    public List<Problem> problems() {
        return problems;
    }
}

/**
 * What was worked out about one layer.
 *
 * @param facts what is known of it; empty where a mistake hides it
 * @param problems why it can't take what it gets, and what its behaviour complained of
 */
record Inference(Optional<LayerFacts> facts, List<Problem> problems) {
    /** Nothing is known, and nothing is to be said: the mistake is further up. */
    static final Inference NOTHING = new Inference(Optional.empty(), List.of());

    Inference {
        problems = List.copyOf(problems);
    }

    static Inference mistake(Problem problem) {
        return new Inference(Optional.empty(), List.of(problem));
    }

    /** Whether the layers behind get the same from both. */
    static boolean alike(Inference one, Inference other) {
        return one.facts.map(LayerFacts::shape).equals(other.facts.map(LayerFacts::shape));
    }
}
