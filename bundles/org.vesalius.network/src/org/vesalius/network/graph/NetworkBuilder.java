// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.graph;

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
 * The id of a layer built so is its name; inside blocks it is {@code <block>.<name>}.
 */
public final class NetworkBuilder extends GraphBuilder<NetworkBuilder> {
    private static final int LEFT = 200;

    /** @param name the network's name */
    public NetworkBuilder(String name) {
        super(NetworkFactory.eINSTANCE.createNetwork(), "", LEFT, 0);
        ((Network) graph()).setName(name);
    }

    /** The network; the builder should not be used any more. */
    public Network build() {
        LayerIds.of(graph()).assignMissing(graph());
        return (Network) graph();
    }

    @Override
    NetworkBuilder self() {
        return this;
    }
}
