// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.block.edit;

import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.vesalius.network.Block;
import org.vesalius.network.BlockInput;
import org.vesalius.network.BlockOutput;
import org.vesalius.network.Connection;
import org.vesalius.network.Layer;
import org.vesalius.network.LayerGraph;
import org.vesalius.network.NetworkFactory;
import org.vesalius.network.graph.LayerIds;
import org.vesalius.network.graph.LayerNames;
import org.vesalius.network.graph.Wiring;

/**
 * Puts layers into a new block in their place. Layers and the connections between them stay the same objects with the
 * same ids; the block gets an input for each layer outside that feeds them.
 */
public final class GroupLayers {
    private static final int ROW = 100;

    private final Selection selection;

    /** @param layers the layers that the block shall hold */
    public GroupLayers(Collection<? extends Layer> layers) {
        selection = new Selection(layers);
    }

    /** Why these layers can't be a block, with what to do about it; empty if they can. */
    public Optional<String> refusal() {
        return selection.fault();
    }

    /**
     * Carries the change out.
     *
     * @return the new block
     * @throws IllegalStateException if there is a {@link #refusal}
     */
    public Block apply() {
        refusal().ifPresent(reason -> {
            throw new IllegalStateException(reason);
        });
        LayerGraph graph = selection.graph();
        List<Layer> layers = selection.layers();
        List<Connection> incoming = selection.incoming();
        List<Connection> outgoing = selection.outgoing();
        Layer result = selection.results().get(0);
        List<Connection> between = graph.getConnections().stream().filter(this::isBetween).toList();

        Block block = newBlock(graph);
        graph.getLayers().add(graph.getLayers().indexOf(layers.get(0)), block);
        move(layers, block);
        block.getConnections().addAll(between);
        addInputs(incoming, block);
        outgoing.forEach(connection -> connection.setSource(block));
        addOutput(result, block);
        return block;
    }

    private boolean isBetween(Connection connection) {
        return selection.contains(connection.getSource()) && selection.contains(connection.getTarget());
    }

    private static Block newBlock(LayerGraph graph) {
        Block block = NetworkFactory.eINSTANCE.createBlock();
        block.setId(LayerIds.of(EcoreUtil.getRootContainer(graph)).next());
        block.setName(LayerNames.of(graph).next(block.eClass()));
        return block;
    }

    /** The inside keeps its arrangement; there is a row for the inputs above it. */
    private static void move(List<Layer> layers, Block block) {
        int left = layers.stream().mapToInt(Layer::getX).min().orElse(0);
        int top = layers.stream().mapToInt(Layer::getY).min().orElse(0);
        block.setX(left);
        block.setY(top);
        block.getLayers().addAll(layers);
        for (Layer layer : layers) {
            layer.setX(layer.getX() - left + Inside.LEFT);
            layer.setY(layer.getY() - top + Inside.TOP + ROW);
        }
    }

    private static void addInputs(List<Connection> incoming, Block block) {
        LayerGraph outside = (LayerGraph) block.eContainer();
        Map<Layer, BlockInput> inputs = new IdentityHashMap<>();
        for (Connection connection : incoming) {
            BlockInput input = inputs.computeIfAbsent(connection.getSource(), source -> {
                new Wiring(outside).connect(source, block);
                return addInput(block, inputs.size(), connection.getTarget().getX());
            });
            connection.setSource(input);
            block.getConnections().add(connection);
        }
    }

    private static BlockInput addInput(Block block, int index, int x) {
        BlockInput input = NetworkFactory.eINSTANCE.createBlockInput();
        input.setIndex(index);
        input.setX(x);
        input.setY(Inside.TOP);
        Inside.add(block, input, "in");
        return input;
    }

    private static void addOutput(Layer result, Block block) {
        BlockOutput output = NetworkFactory.eINSTANCE.createBlockOutput();
        output.setX(result.getX());
        output.setY(block.getLayers().stream().mapToInt(Layer::getY).max().orElse(0) + ROW);
        Inside.add(block, output, "out");
        new Wiring(block).connect(result, output);
    }
}
