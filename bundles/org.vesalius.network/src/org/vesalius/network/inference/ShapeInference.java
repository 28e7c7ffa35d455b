// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.inference;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vesalius.core.check.Problem;
import org.vesalius.core.check.Severity;
import org.vesalius.network.Layer;
import org.vesalius.network.graph.Inputs;
import org.vesalius.network.graph.TopologicalOrder;
import org.vesalius.network.layer.InputCount;
import org.vesalius.network.layer.LayerBehavior;
import org.vesalius.network.layer.LayerCatalog;
import org.vesalius.network.layer.ShapeMismatch;
import org.vesalius.network.meta.LayerInfo;
import org.vesalius.network.meta.Limits;
import org.vesalius.network.shape.Shape;

/**
 * Works the shapes out from the inputs to the outputs. One mistake gives one problem: layers behind it, whose inputs
 * are then not known, are left out silently.
 */
public final class ShapeInference {
    private final LayerCatalog catalog;
    private final Limits limits = new Limits();
    private final Map<Layer, LayerFacts> facts = new HashMap<>();
    private final List<Problem> problems = new ArrayList<>();

    private ShapeInference(LayerCatalog catalog) {
        this.catalog = catalog;
    }

    /** Works out what can be known of the layers, which have to stand in an order of computation. */
    public static InferredShapes infer(LayerCatalog catalog, TopologicalOrder order) {
        ShapeInference inference = new ShapeInference(catalog);
        order.layers().forEach(inference::visit);
        return new InferredShapes(inference.facts, inference.problems);
    }

    private void visit(Layer layer) {
        Optional<LayerBehavior<Layer>> behavior = catalog.behavior(layer);
        if (behavior.isEmpty()) {
            problems.add(unknownType(layer));
            return;
        }
        Optional<List<Shape>> inputs = inputs(layer, behavior.get().inputs());
        if (inputs.isPresent() && !limits.violatedIn(layer)) {
            ask(layer, behavior.get(), inputs.get());
        }
    }

    private Optional<List<Shape>> inputs(Layer layer, InputCount count) {
        List<Layer> sources = Inputs.of(layer);
        List<Shape> inputs = new ArrayList<>();
        for (Layer source : sources.subList(0, Math.min(sources.size(), count.max()))) {
            LayerFacts known = facts.get(source);
            if (known == null) {
                return Optional.empty();
            }
            inputs.add(known.shape());
        }
        return inputs.size() < count.min() ? Optional.empty() : Optional.of(inputs);
    }

    private void ask(Layer layer, LayerBehavior<Layer> behavior, List<Shape> inputs) {
        try {
            Shape shape = behavior.outputShape(layer, inputs);
            LayerFacts found = new LayerFacts(shape, behavior.parameters(layer, inputs),
                    behavior.weights(layer, inputs), behavior.flops(layer, inputs, shape));
            behavior.check(layer, inputs).forEach(problem -> problems.add(about(layer, problem)));
            facts.put(layer, found);
        } catch (ShapeMismatch e) {
            problems.add(new Problem("network.shape", Severity.ERROR, id(layer), e.getMessage(), e.explanation(),
                    e.fixes()));
        } catch (RuntimeException e) {
            problems.add(faulty(layer, behavior, e));
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
