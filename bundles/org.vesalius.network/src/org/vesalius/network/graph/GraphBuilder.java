// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.graph;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.eclipse.emf.ecore.EObject;
import org.vesalius.network.Layer;
import org.vesalius.network.LayerGraph;

/**
 * Builds a network, or the inside of a block, by code, one layer below the other.
 *
 * @param <B> the builder itself
 */
public abstract class GraphBuilder<B extends GraphBuilder<B>> {
    private static final int ROW = 100;

    private final LayerGraph graph;
    private final String idPrefix;
    private final int left;
    private final int top;
    private final Wiring wiring;
    private final Map<String, Layer> byName = new HashMap<>();
    private Layer last;

    GraphBuilder(LayerGraph graph, String idPrefix, int left, int top) {
        this.graph = graph;
        this.idPrefix = idPrefix;
        this.left = left;
        this.top = top;
        this.wiring = new Wiring(graph);
    }

    /** Adds a layer behind the one added last. */
    public B add(String name, Layer layer) {
        Layer previous = last;
        place(name, layer);
        if (previous != null) {
            wiring.connect(previous, layer);
        }
        return self();
    }

    /** Adds a layer behind the one added last, and sets it up. */
    public <L extends Layer> B add(String name, L layer, Consumer<L> setUp) {
        setUp.accept(layer);
        return add(name, layer);
    }

    /**
     * Adds a layer behind others, in the order of its inputs; with none, it starts a new branch.
     *
     * @throws IllegalArgumentException if one of these was not added before
     */
    public B addBehind(String name, Layer layer, String... inputs) {
        place(name, layer);
        for (String input : inputs) {
            connect(input, name);
        }
        return self();
    }

    /** Adds a block behind the layer added last. */
    public B block(String name, Consumer<BlockBuilder> inside) {
        return add(name, new BlockBuilder(idPrefix + name).fill(inside));
    }

    /**
     * Adds a block behind others, in the order of its inputs.
     *
     * @throws IllegalArgumentException if one of these was not added before
     */
    public B blockBehind(String name, Consumer<BlockBuilder> inside, String... inputs) {
        return addBehind(name, new BlockBuilder(idPrefix + name).fill(inside), inputs);
    }

    /**
     * Connects two layers that were added before.
     *
     * @throws IllegalArgumentException if one of them was not
     */
    public B connect(String source, String target) {
        wiring.connect(layer(source), layer(target));
        return self();
    }

    /** The builder as what it is. */
    abstract B self();

    /** What is built. */
    final LayerGraph graph() {
        return graph;
    }

    /**
     * A layer that was added before.
     *
     * @throws IllegalArgumentException if it was not
     */
    final Layer layer(String name) {
        Layer found = byName.get(name);
        if (found == null) {
            throw new IllegalArgumentException("no layer '" + name + "' was added");
        }
        return found;
    }

    private void place(String name, Layer layer) {
        layer.setId(idPrefix + name);
        layer.setName(name);
        layer.setX(left);
        layer.setY(top + ROW * graph.getLayers().size());
        graph.getLayers().add(layer);
        byName.put(name, layer);
        last = layer;
        nameInside(layer);
    }

    /** Gives the layer inside a wrapper an id that is the same each time. */
    private static void nameInside(Layer wrapper) {
        for (EObject inside : wrapper.eContents()) {
            if (inside instanceof Layer layer && layer.getId() == null) {
                layer.setId(wrapper.getId() + ".inside");
            }
        }
    }
}
