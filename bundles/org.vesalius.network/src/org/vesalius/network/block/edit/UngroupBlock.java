// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.block.edit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vesalius.network.Block;
import org.vesalius.network.Connection;
import org.vesalius.network.Layer;
import org.vesalius.network.LayerGraph;
import org.vesalius.network.block.BlockExpansion;
import org.vesalius.network.graph.Graphs;
import org.vesalius.network.graph.Inputs;
import org.vesalius.network.graph.LayerNames;
import org.vesalius.network.graph.Successors;
import org.vesalius.network.graph.Wiring;
import org.vesalius.network.meta.LayerInfo;

/**
 * Puts what is inside a block in its place. Layers stay the same objects with the same ids; names that are taken get a
 * number. A repeated block becomes all its repetitions, with the values that it varies.
 */
public final class UngroupBlock {
    private final Block block;

    /** @param block a block inside a network or another block */
    public UngroupBlock(Block block) {
        this.block = block;
    }

    /** Why the block can't be ungrouped, with what to do about it; empty if it can. */
    public Optional<String> refusal() {
        String called = LayerInfo.called(block);
        if (!(block.eContainer() instanceof LayerGraph)) {
            return Optional.of(called + " stands in no network.");
        }
        long layers = (long) block.getRepeat()
                * Graphs.in(block).stream().mapToInt(graph -> graph.getLayers().size()).sum();
        if (layers > BlockExpansion.MOST_LAYERS) {
            return Optional.of(called + " would become more than " + BlockExpansion.MOST_LAYERS
                    + " layers; repeat it less often first.");
        }
        return Optional.empty();
    }

    /**
     * Carries the change out.
     *
     * @return the layers that stand in place of the block, in order
     * @throws IllegalStateException if there is a {@link #refusal}
     */
    public List<Layer> apply() {
        refusal().ifPresent(reason -> {
            throw new IllegalStateException(reason);
        });
        LayerGraph graph = (LayerGraph) block.eContainer();
        List<Contents> repetitions = new Repetitions(block).unrolled();
        List<Layer> inputs = new ArrayList<>(Inputs.of(block));
        List<Connection> outgoing = List.copyOf(Successors.connections(block));
        List.copyOf(block.getIncoming()).forEach(new Wiring(graph)::disconnect);

        int place = graph.getLayers().indexOf(block);
        graph.getLayers().remove(block);
        List<Layer> added = new ArrayList<>();
        Optional<Layer> result = Optional.empty();
        for (Contents contents : repetitions) {
            result = contents.result(inputs);
            added.addAll(insert(contents, inputs, graph, place + added.size()));
            if (result.isPresent() && !inputs.isEmpty()) {
                inputs.set(0, result.get());
            }
        }
        reconnect(outgoing, result, new Wiring(graph));
        return List.copyOf(added);
    }

    private static List<Layer> insert(Contents contents, List<Layer> inputs, LayerGraph graph, int place) {
        LayerNames names = LayerNames.of(graph);
        List<Layer> layers = contents.layers();
        layers.forEach(layer -> layer.setName(names.near(layer.getName() == null ? "" : layer.getName())));
        graph.getLayers().addAll(place, layers);
        graph.getConnections().addAll(contents.connections(inputs));
        return layers;
    }

    private static void reconnect(List<Connection> outgoing, Optional<Layer> result, Wiring wiring) {
        for (Connection connection : outgoing) {
            if (result.isPresent()) {
                connection.setSource(result.get());
            } else {
                wiring.disconnect(connection);
            }
        }
    }
}
