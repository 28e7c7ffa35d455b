// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.diff;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.vesalius.network.BlockInput;
import org.vesalius.network.BlockOutput;
import org.vesalius.network.Input;
import org.vesalius.network.Layer;
import org.vesalius.network.LayerGraph;
import org.vesalius.network.Output;
import org.vesalius.network.graph.Graphs;

/**
 * Which layer of one drawing is which of another: first by ids, wherever the layers stand; then, among what is left,
 * those of the same name and type in the same place; then those that neighbours of the same layers show to be the same.
 * Takes time in proportion to layers and connections.
 */
final class LayerMatching {
    private final Map<Layer, Layer> after = new IdentityHashMap<>();
    private final Map<Layer, Layer> before = new IdentityHashMap<>();
    private final LayerGraph rootBefore;
    private final LayerGraph rootAfter;

    private LayerMatching(LayerGraph rootBefore, LayerGraph rootAfter) {
        this.rootBefore = rootBefore;
        this.rootAfter = rootAfter;
    }

    static LayerMatching of(LayerGraph before, LayerGraph after) {
        LayerMatching matching = new LayerMatching(before, after);
        matching.matchUnique(layers(before), layers(after), Layer::getId);
        for (LayerGraph graph : Graphs.in(before)) {
            matching.graphAfter(graph).ifPresent(other -> matching.matchInside(graph, other));
        }
        return matching;
    }

    Optional<Layer> after(Layer layer) {
        return Optional.ofNullable(after.get(layer));
    }

    Optional<Layer> before(Layer layer) {
        return Optional.ofNullable(before.get(layer));
    }

    /** The graph that a graph has become; the outermost ones belong together in any case. */
    Optional<LayerGraph> graphAfter(LayerGraph graph) {
        if (graph == rootBefore) {
            return Optional.of(rootAfter);
        }
        return after((Layer) graph).filter(LayerGraph.class::isInstance).map(LayerGraph.class::cast);
    }

    /** The pairs, in the order of the first drawing. */
    List<Layer> matched() {
        return layers(rootBefore).stream().filter(after::containsKey).toList();
    }

    boolean isMatched(Layer layer) {
        return after.containsKey(layer) || before.containsKey(layer);
    }

    void match(Layer one, Layer other) {
        after.put(one, other);
        before.put(other, one);
    }

    static List<Layer> layers(LayerGraph root) {
        return Graphs.in(root).stream().flatMap(graph -> graph.getLayers().stream()).toList();
    }

    private void matchInside(LayerGraph graph, LayerGraph other) {
        matchUnique(graph.getLayers(), other.getLayers(), layer -> layer.eClass().getName() + " " + layer.getName());
        matchUnique(ends(graph), ends(other), Likeness::essence);
        new NeighbourMatching(this, graph, other).run();
    }

    /** Where the data enter and leave: what they are says which is which, even when all names differ. */
    private static List<Layer> ends(LayerGraph graph) {
        return graph.getLayers().stream().filter(layer -> layer instanceof Input || layer instanceof Output
                || layer instanceof BlockInput || layer instanceof BlockOutput).toList();
    }

    /** Matches unmatched layers whose key nobody else has on either side. */
    private void matchUnique(List<Layer> one, List<Layer> other, Function<Layer, String> key) {
        Map<String, Layer> known = unique(one, key);
        unique(other, key).forEach((text, layer) -> {
            Layer partner = known.get(text);
            if (partner != null) {
                match(partner, layer);
            }
        });
    }

    private Map<String, Layer> unique(List<Layer> layers, Function<Layer, String> key) {
        Map<String, Layer> found = new HashMap<>();
        List<String> doubles = new ArrayList<>();
        for (Layer layer : layers) {
            String text = key.apply(layer);
            if (text != null && !isMatched(layer) && found.put(text, layer) != null) {
                doubles.add(text);
            }
        }
        doubles.forEach(found::remove);
        return found;
    }
}
