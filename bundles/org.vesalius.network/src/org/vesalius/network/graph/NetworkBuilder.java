// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.graph;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.vesalius.network.Layer;
import org.vesalius.network.Network;
import org.vesalius.network.NetworkFactory;

/**
 * Builds a network by code, one layer below the other.
 *
 * <pre>
 * Network network = new NetworkBuilder("tiny")
 *     .add("pixels", factory.createInput(), input -&gt; input.setShape(Shape.vector(30)))
 *     .add("fc", factory.createDense(), dense -&gt; dense.setUnits(1))
 *     .add("finding", factory.createOutput())
 *     .build();
 * </pre>
 * The id of a layer built so is its name.
 */
public final class NetworkBuilder {
    private static final int LEFT = 200;
    private static final int ROW = 100;

    private final Network network = NetworkFactory.eINSTANCE.createNetwork();
    private final Wiring wiring = new Wiring(network);
    private final Map<String, Layer> byName = new HashMap<>();
    private Layer last;

    /** @param name the network's name */
    public NetworkBuilder(String name) {
        network.setName(name);
    }

    /** Adds a layer behind the one added last. */
    public NetworkBuilder add(String name, Layer layer) {
        Layer previous = last;
        place(name, layer);
        if (previous != null) {
            wiring.connect(previous, layer);
        }
        return this;
    }

    /** Adds a layer behind the one added last, and sets it up. */
    public <L extends Layer> NetworkBuilder add(String name, L layer, Consumer<L> setUp) {
        setUp.accept(layer);
        return add(name, layer);
    }

    /**
     * Adds a layer behind others, in the order of its inputs; with none, it starts a new branch.
     *
     * @throws IllegalArgumentException if one of these was not added before
     */
    public NetworkBuilder addBehind(String name, Layer layer, String... inputs) {
        place(name, layer);
        for (String input : inputs) {
            connect(input, name);
        }
        return this;
    }

    /**
     * Connects two layers that were added before.
     *
     * @throws IllegalArgumentException if one of them was not
     */
    public NetworkBuilder connect(String source, String target) {
        wiring.connect(layer(source), layer(target));
        return this;
    }

    /** The network; the builder should not be used any more. */
    public Network build() {
        LayerIds.of(network).assignMissing(network);
        return network;
    }

    private void place(String name, Layer layer) {
        layer.setId(name);
        layer.setName(name);
        layer.setX(LEFT);
        layer.setY(ROW * network.getLayers().size());
        network.getLayers().add(layer);
        byName.put(name, layer);
        last = layer;
    }

    private Layer layer(String name) {
        Layer found = byName.get(name);
        if (found == null) {
            throw new IllegalArgumentException("no layer '" + name + "' was added");
        }
        return found;
    }
}
