// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.block.edit;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.vesalius.network.BlockInput;
import org.vesalius.network.BlockOutput;
import org.vesalius.network.Connection;
import org.vesalius.network.Input;
import org.vesalius.network.Layer;
import org.vesalius.network.LayerGraph;
import org.vesalius.network.Output;
import org.vesalius.network.graph.Inputs;
import org.vesalius.network.graph.Successors;
import org.vesalius.network.meta.LayerInfo;

/** Layers that somebody wants to make a block of: what leads into them and out, and whether they can be one. */
final class Selection {
    private final Set<Layer> layers = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Optional<LayerGraph> graph;

    Selection(Collection<? extends Layer> selected) {
        layers.addAll(selected);
        graph = selected.stream().findFirst()
                .map(layer -> layer.eContainer() instanceof LayerGraph found ? found : null);
    }

    boolean contains(Layer layer) {
        return layers.contains(layer);
    }

    LayerGraph graph() {
        return graph.orElseThrow();
    }

    /** The layers in the order of the drawing. */
    List<Layer> layers() {
        return graph().getLayers().stream().filter(this::contains).toList();
    }

    /** The connections from outside into the layers, by target and input. */
    List<Connection> incoming() {
        return layers().stream().flatMap(layer -> Inputs.connections(layer).stream())
                .filter(connection -> connection.getSource() != null && !contains(connection.getSource())).toList();
    }

    /** The connections from the layers to others. */
    List<Connection> outgoing() {
        return layers().stream().flatMap(layer -> Successors.connections(layer).stream())
                .filter(connection -> connection.getTarget() != null && !contains(connection.getTarget())).toList();
    }

    /** The layers whose results are used outside or, where none is, not used at all. */
    List<Layer> results() {
        List<Layer> used = outgoing().stream().map(Connection::getSource).distinct().toList();
        return used.isEmpty() ? layers().stream().filter(layer -> Successors.of(layer).isEmpty()).toList() : used;
    }

    /** Why the layers can't be a block; empty if they can. */
    Optional<String> fault() {
        if (layers.isEmpty()) {
            return Optional.of("Select the layers to put into the block.");
        }
        if (graph.isEmpty() || layers.stream().anyMatch(layer -> layer.eContainer() != graph.get())) {
            return Optional.of("Select layers that stand in the same network or block.");
        }
        Optional<Layer> end = layers().stream().filter(Selection::isEnd).findFirst();
        if (end.isPresent()) {
            return Optional.of(LayerInfo.called(end.get()) + " can't be inside a block; leave it out.");
        }
        return reentry().or(this::severalResults);
    }

    private Optional<String> severalResults() {
        List<Layer> results = results();
        if (results.isEmpty()) {
            return Optional.of("A block needs a result, and these layers form a ring.");
        }
        return results.size() == 1 ? Optional.empty() : Optional.of("A block has one result, but those of "
                + names(results) + " are used outside; select the layer where they come together, too.");
    }

    /** A path that leaves the layers and comes back would make the block wait for itself. */
    private Optional<String> reentry() {
        Deque<Layer> open = new ArrayDeque<>();
        Set<Layer> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        outgoing().forEach(connection -> open.add(connection.getTarget()));
        while (!open.isEmpty()) {
            Layer outside = open.remove();
            if (!seen.add(outside)) {
                continue;
            }
            for (Layer next : Successors.of(outside)) {
                if (contains(next)) {
                    return Optional.of("The result of these layers comes back to them by " + LayerInfo.called(outside)
                            + "; select it, too.");
                }
                open.add(next);
            }
        }
        return Optional.empty();
    }

    private static boolean isEnd(Layer layer) {
        return layer instanceof Input || layer instanceof Output || layer instanceof BlockInput
                || layer instanceof BlockOutput;
    }

    private static String names(List<Layer> layers) {
        return layers.stream().limit(3).map(layer -> "'" + layer.getName() + "'").collect(Collectors.joining(", "))
                + (layers.size() > 3 ? " and others" : "");
    }
}
