// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.check;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.vesalius.core.check.Problem;
import org.vesalius.network.Layer;
import org.vesalius.network.LayerGraph;
import org.vesalius.network.Network;
import org.vesalius.network.block.ExpandedNetwork;
import org.vesalius.network.graph.TopologicalOrder;
import org.vesalius.network.incremental.Flow;
import org.vesalius.network.incremental.Memory;
import org.vesalius.network.incremental.Round;
import org.vesalius.network.inference.InferredShapes;
import org.vesalius.network.layer.LayerCatalog;

/**
 * A network and what is known about it.
 *
 * <p>A network is analysed again after each edit. What a check asks for by {@link #drawn}, {@link #computed},
 * {@link #concluded} and {@link #flow} is worked out anew only where something changed since; all else it finds out by
 * itself is found out each time.
 */
public final class CheckedNetwork {
    private final ExpandedNetwork expanded;
    private final List<LayerGraph> graphs;
    private final LayerCatalog catalog;
    private final Orders orders;
    private final InferredShapes inferred;
    private final Memory memory;
    private final Rounds rounds;

    /**
     * @param expanded the network without blocks
     * @param graphs the network as it was drawn, and the insides of all blocks in it
     * @param catalog the layer types that can be used
     * @param orders in which order layers are computed
     * @param inferred shapes and parameters of the layers of the network without blocks
     * @param memory what the checks found out before
     * @param rounds which layers changed since
     */
    public CheckedNetwork(ExpandedNetwork expanded, List<LayerGraph> graphs, LayerCatalog catalog, Orders orders,
            InferredShapes inferred, Memory memory, Rounds rounds) {
        this.expanded = expanded;
        this.graphs = List.copyOf(graphs);
        this.catalog = catalog;
        this.orders = orders;
        this.inferred = inferred;
        this.memory = memory;
        this.rounds = rounds;
    }

    /**
     * In which order layers are computed.
     *
     * @param whole that of the network without blocks, and the cycles that have none
     * @param drawn those of the network as it was drawn and of the blocks in it
     */
    public record Orders(TopologicalOrder whole, Function<LayerGraph, TopologicalOrder> drawn) {
    }

    /**
     * Which layers changed since the analysis before.
     *
     * @param drawn among those that were drawn
     * @param computed among those that are computed, in the order in which they stand in the network without blocks
     * @param order among those that are computed, in an order of computation
     */
    public record Rounds(Round drawn, Round computed, Round order) {
    }

    /** The network without blocks. */
    public ExpandedNetwork expanded() {
        return expanded;
    }

    /** The network as it was drawn, and the insides of all blocks in it. */
    public List<LayerGraph> graphs() {
        return graphs;
    }

    /** The layer types that can be used. */
    public LayerCatalog catalog() {
        return catalog;
    }

    /** The order of computation of the network without blocks, and the cycles that have none. */
    public TopologicalOrder order() {
        return orders.whole();
    }

    /** The order of computation of one of the {@link #graphs()}. */
    TopologicalOrder order(LayerGraph graph) {
        return orders.drawn().apply(graph);
    }

    /** Shapes and parameters of the layers of the network without blocks. */
    public InferredShapes inferred() {
        return inferred;
    }

    /** The network as it was drawn; fixes act on it. */
    public Network network() {
        return (Network) graphs.get(0);
    }

    /**
     * The layers that are computed: those of the network whose blocks were expanded. Layers inside wrappers are not
     * among them. What is found out about a layer here is told of the one that was drawn.
     */
    public List<Layer> layers() {
        return rounds.computed().places().layers();
    }

    /** The layers that were drawn, those inside blocks and the blocks themselves among them. */
    public List<Layer> drawnLayers() {
        return rounds.drawn().places().layers();
    }

    /** The layers of one type among those that are computed. */
    public <L extends Layer> List<L> layers(Class<L> type) {
        return layers().stream().filter(type::isInstance).map(type::cast).toList();
    }

    /**
     * What is found out about the {@link #drawnLayers()} one by one.
     *
     * @param check who asks, with one question only
     * @param look looks at a layer, at what is inside it, its connections, the layers at their other ends, and nothing else
     */
    public <R> List<R> drawn(NetworkCheck check, Function<Layer, List<R>> look) {
        return memory.each(check, rounds.drawn(), look);
    }

    /**
     * What is found out about the {@link #layers()} one by one.
     *
     * @param check who asks, with one question only
     * @param look as for {@link #drawn}; it may also look at what is {@link #inferred()} about these layers
     */
    public <R> List<R> computed(NetworkCheck check, Function<Layer, List<R>> look) {
        return memory.each(check, rounds.computed(), look);
    }

    /**
     * Problems that follow from what is found out about the {@link #drawnLayers()} one by one.
     *
     * @param check who asks, with one question only
     * @param look as for {@link #drawn}
     * @param conclude gives the problems, from these results and nothing else
     */
    public <R> List<Problem> concluded(NetworkCheck check, Function<Layer, List<R>> look,
            Function<List<R>, List<Problem>> conclude) {
        return memory.concluded(check, rounds.drawn(), look, conclude);
    }

    /**
     * Values that flow along the connections between the {@link #layers()}.
     *
     * @param check who asks, with one question only
     * @param step gives the value of a layer from those before it; it looks at what {@link #computed} allows
     * @return the values, as long as this check runs
     */
    <V> Function<Layer, Optional<V>> flow(NetworkCheck check, Flow.Step<V> step) {
        return memory.flow(check, rounds.order(), step);
    }

    /** What a problem names as its subject: the id of the layer or of the wrapper that is drawn for it, if any. */
    public static String subject(Layer layer) {
        Layer drawn = layer;
        while (drawn.eContainer() instanceof Layer wrapper && !(wrapper instanceof LayerGraph)) {
            drawn = wrapper;
        }
        return drawn.getId() == null ? "" : drawn.getId();
    }
}
