// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.diff;

import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.vesalius.network.Layer;
import org.vesalius.network.LayerGraph;
import org.vesalius.network.graph.Inputs;
import org.vesalius.network.graph.Successors;

/**
 * Matches layers whose neighbours are matched: what follows the same layer, or leads to it, and has the same type and
 * similar attributes, is taken for the same. Grows from pair to pair, the most similar first.
 */
final class NeighbourMatching {
    /** Share of attributes that have to agree; below, a layer counts as another one. */
    private static final double ENOUGH = 0.5;
    private static final int MOST_NEIGHBOURS = 50;

    private final LayerMatching matching;
    private final LayerGraph graph;
    private final LayerGraph other;

    NeighbourMatching(LayerMatching matching, LayerGraph graph, LayerGraph other) {
        this.matching = matching;
        this.graph = graph;
        this.other = other;
    }

    void run() {
        grow(1);
        grow(ENOUGH);
    }

    private void grow(double likeness) {
        Deque<Layer> open = new ArrayDeque<>();
        graph.getLayers().stream().filter(matching::isMatched).forEach(open::add);
        while (!open.isEmpty()) {
            Layer layer = open.remove();
            Layer partner = matching.after(layer).orElseThrow();
            grow(layer, partner, Successors::of, likeness, open);
            grow(layer, partner, Inputs::of, likeness, open);
        }
    }

    private void grow(Layer layer, Layer partner, Function<Layer, List<Layer>> neighbours, double likeness,
            Deque<Layer> open) {
        List<Layer> candidates = free(neighbours.apply(partner), other);
        for (Layer next : free(neighbours.apply(layer), graph)) {
            best(next, candidates, likeness).ifPresent(found -> {
                matching.match(next, found);
                open.add(next);
            });
        }
    }

    private Optional<Layer> best(Layer layer, List<Layer> candidates, double likeness) {
        return candidates.stream().filter(candidate -> !matching.isMatched(candidate))
                .filter(candidate -> candidate.eClass() == layer.eClass() && Likeness.of(layer, candidate) >= likeness)
                .max(Comparator.comparingDouble(candidate -> Likeness.of(layer, candidate)));
    }

    private List<Layer> free(List<Layer> layers, LayerGraph where) {
        return layers.stream().filter(layer -> layer.eContainer() == where && !matching.isMatched(layer)).distinct()
                .limit(MOST_NEIGHBOURS).toList();
    }
}
