// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.inference;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.vesalius.core.check.Problem;
import org.vesalius.core.check.Severity;
import org.vesalius.network.Layer;
import org.vesalius.network.graph.Inputs;
import org.vesalius.network.incremental.Flow;
import org.vesalius.network.incremental.LayerMemo;
import org.vesalius.network.incremental.Round;
import org.vesalius.network.layer.InputCount;
import org.vesalius.network.layer.LayerBehavior;
import org.vesalius.network.layer.LayerCatalog;
import org.vesalius.network.layer.ShapeMismatch;
import org.vesalius.network.meta.LayerInfo;
import org.vesalius.network.meta.Limits;
import org.vesalius.network.shape.Shape;

/**
 * Works the shapes out from the inputs to the outputs. One mistake gives one problem: layers behind it, whose inputs
 * are then not known, are left out silently. What was worked out before is kept where it still holds, which relies on
 * behaviours to look no further than {@link LayerBehavior} says. Not for use by several threads.
 */
public final class ShapeInference {
    private final LayerCatalog catalog;
    private final Limits limits = new Limits();
    private final Flow<Inference> flow = new Flow<>(Inference::alike);
    private final LayerMemo<Problem> problems = new LayerMemo<>();
    private Set<Layer> visited = Set.of();

    /** @param catalog the layer types that can be used */
    public ShapeInference(LayerCatalog catalog) {
        this.catalog = catalog;
    }

    /**
     * Works out what can be known of layers.
     *
     * @param now its layers stand in an order of computation
     */
    public InferredShapes infer(Round now) {
        visited = flow.update(now, (layer, before) -> Optional.of(visit(layer, before)));
        Map<Layer, Optional<Inference>> known = flow.values();
        Set<Layer> changed = Collections.newSetFromMap(new IdentityHashMap<>());
        changed.addAll(now.changed());
        changed.addAll(visited);
        List<Problem> found = problems.update(new Round(now.number(), now.places(), changed),
                layer -> known.getOrDefault(layer, Optional.empty()).orElseThrow().problems());
        return new InferredShapes(known, found);
    }

    /** The layers that were looked at in the last inference. */
    public Set<Layer> visited() {
        return visited;
    }

    private Inference visit(Layer layer, Function<Layer, Optional<Inference>> before) {
        Optional<LayerBehavior<Layer>> behavior = catalog.behavior(layer);
        if (behavior.isEmpty()) {
            return Inference.mistake(unknownType(layer));
        }
        Optional<List<Shape>> inputs = inputs(layer, behavior.get().inputs(), before);
        return inputs.isPresent() && !limits.violatedIn(layer) ? ask(layer, behavior.get(), inputs.get())
                : Inference.NOTHING;
    }

    private static Optional<List<Shape>> inputs(Layer layer, InputCount count,
            Function<Layer, Optional<Inference>> before) {
        List<Layer> sources = Inputs.of(layer);
        List<Shape> inputs = new ArrayList<>();
        for (Layer source : sources.subList(0, Math.min(sources.size(), count.max()))) {
            Optional<LayerFacts> known = before.apply(source).flatMap(Inference::facts);
            if (known.isEmpty()) {
                return Optional.empty();
            }
            inputs.add(known.get().shape());
        }
        return inputs.size() < count.min() ? Optional.empty() : Optional.of(inputs);
    }

    private static Inference ask(Layer layer, LayerBehavior<Layer> behavior, List<Shape> inputs) {
        try {
            Shape shape = behavior.outputShape(layer, inputs);
            LayerFacts found = new LayerFacts(shape, behavior.parameters(layer, inputs),
                    behavior.weights(layer, inputs), behavior.flops(layer, inputs, shape));
            List<Problem> problems = behavior.check(layer, inputs).stream().map(problem -> about(layer, problem))
                    .toList();
            return new Inference(Optional.of(found), problems);
        } catch (ShapeMismatch e) {
            return Inference.mistake(new Problem("network.shape", Severity.ERROR, id(layer), e.getMessage(),
                    e.explanation(), e.fixes()));
        } catch (RuntimeException e) {
            return Inference.mistake(faulty(layer, behavior, e));
        }
    }

    /** A problem of a layer inside a wrapper belongs to the wrapper, which is what stands on the canvas. */
    private static Problem about(Layer layer, Problem found) {
        return new Problem(found.checkId(), found.severity(), id(layer), found.message(), found.explanation(),
                found.fixes());
    }

    private static Problem unknownType(Layer layer) {
        return Problem.error("network.type", id(layer),
                LayerInfo.called(layer) + " is of a type that is not installed here.",
                "The type " + layer.eClass().getName() + " comes from a plug-in (" + nsUri(layer)
                        + "). Install that plug-in, or replace the layer.");
    }

    /** A plug-in's mistake must not keep the rest of the network from being analysed. */
    private static Problem faulty(Layer layer, LayerBehavior<Layer> behavior, RuntimeException e) {
        return Problem.error("network.behavior", id(layer),
                "The shape of " + LayerInfo.called(layer) + " can't be worked out: " + behavior.getClass().getName()
                        + " fails.",
                "This is a mistake in the plug-in that brings the layer type " + layer.eClass().getName()
                        + "; tell its authors: " + e);
    }

    private static String id(Layer layer) {
        return layer.getId() == null ? "" : layer.getId();
    }

    private static String nsUri(Layer layer) {
        return layer.eClass().getEPackage() == null ? "?" : layer.eClass().getEPackage().getNsURI();
    }
}
