// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.diff;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.vesalius.network.Block;
import org.vesalius.network.Connection;
import org.vesalius.network.Layer;
import org.vesalius.network.LayerGraph;
import org.vesalius.network.Variation;
import org.vesalius.network.graph.Inputs;
import org.vesalius.network.graph.Wiring;

/** How layers that belong together differ. */
final class Differences {
    private final LayerMatching matching;

    Differences(LayerMatching matching) {
        this.matching = matching;
    }

    /** How a layer of the drawing before differs from what it has become; maybe not at all. */
    LayerChange of(Layer before) {
        Layer after = matching.after(before).orElseThrow();
        return of(before, after, moved(before, after));
    }

    private LayerChange of(Layer before, Layer after, Optional<String> moved) {
        boolean comparable = before.eClass() == after.eClass();
        return new LayerChange(before, after, comparable ? AttributeChange.between(before, after) : List.of(),
                comparable ? inside(before, after) : Optional.empty(),
                before instanceof Block one && after instanceof Block other ? variations(one, other) : List.of(),
                moved);
    }

    /** The inputs of a layer of the drawing before that come from elsewhere after. */
    List<Rewiring> rewired(Layer before) {
        Layer after = matching.after(before).orElseThrow();
        Map<Integer, Layer> one = sources(before);
        Map<Integer, Layer> other = sources(after);
        Map<Integer, Rewiring> found = new TreeMap<>();
        one.forEach((input, source) -> found.put(input, new Rewiring(after, input, Optional.of(source),
                Optional.ofNullable(other.get(input)))));
        other.forEach((input, source) -> found.putIfAbsent(input, new Rewiring(after, input, Optional.empty(),
                Optional.of(source))));
        return found.values().stream().filter(this::differs).toList();
    }

    private boolean differs(Rewiring rewiring) {
        Optional<Layer> expected = rewiring.before().flatMap(matching::after);
        return rewiring.after().isEmpty() || expected.isEmpty() || expected.get() != rewiring.after().get();
    }

    private Optional<String> moved(Layer before, Layer after) {
        LayerGraph from = Wiring.graphOf(before).orElseThrow();
        LayerGraph to = Wiring.graphOf(after).orElseThrow();
        return matching.graphAfter(from).filter(graph -> graph == to).isPresent() ? Optional.empty()
                : Optional.of(to instanceof Block block ? "Block '" + block.getName() + "'" : "the network");
    }

    private Optional<LayerChange> inside(Layer before, Layer after) {
        if (before instanceof LayerGraph) {
            return Optional.empty();
        }
        Optional<Layer> one = wrapped(before);
        Optional<Layer> other = wrapped(after);
        if (one.isEmpty() || other.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(of(one.get(), other.get(), Optional.empty())).filter(LayerChange::differs);
    }

    private static Optional<Layer> wrapped(Layer wrapper) {
        return wrapper.eContents().stream().filter(Layer.class::isInstance).map(Layer.class::cast).findFirst();
    }

    private List<VariationChange> variations(Block before, Block after) {
        Map<List<Object>, Variation> one = new LinkedHashMap<>();
        before.getVariations().forEach(variation -> one.put(
                List.of(became(variation.getLayer()), String.valueOf(variation.getAttribute())), variation));
        Map<List<Object>, Variation> other = new LinkedHashMap<>();
        after.getVariations().forEach(variation -> other.put(
                List.of(Optional.ofNullable(variation.getLayer()), String.valueOf(variation.getAttribute())),
                variation));
        List<VariationChange> changes = new ArrayList<>();
        one.forEach((key, variation) -> change(variation, other.get(key)).ifPresent(changes::add));
        other.keySet().removeAll(one.keySet());
        other.values().forEach(variation -> change(null, variation).ifPresent(changes::add));
        return changes;
    }

    private Optional<Layer> became(Layer before) {
        return Optional.ofNullable(before).map(layer -> matching.after(layer).orElse(layer));
    }

    private static Optional<VariationChange> change(Variation before, Variation after) {
        Variation any = after == null ? before : after;
        Optional<String> one = Optional.ofNullable(before).map(Variation::getExpression);
        Optional<String> other = Optional.ofNullable(after).map(Variation::getExpression);
        return any.getLayer() == null || one.equals(other) ? Optional.empty()
                : Optional.of(new VariationChange(any.getLayer(), String.valueOf(any.getAttribute()), one, other));
    }

    private static Map<Integer, Layer> sources(Layer layer) {
        Map<Integer, Layer> sources = new TreeMap<>();
        for (Connection connection : Inputs.connections(layer)) {
            if (connection.getSource() != null) {
                sources.putIfAbsent(connection.getTargetInput(), connection.getSource());
            }
        }
        return sources;
    }
}
