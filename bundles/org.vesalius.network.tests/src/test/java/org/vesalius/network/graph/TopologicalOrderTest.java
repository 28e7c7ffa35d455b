// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.vesalius.network.Layer;
import org.vesalius.network.Network;
import org.vesalius.network.NetworkFactory;
import org.vesalius.network.Networks;

class TopologicalOrderTest {
    private static final NetworkFactory FACTORY = NetworkFactory.eINSTANCE;

    @Test
    void eachLayerStandsBehindAllThatFeedIt() {
        Network network = new NetworkBuilder("diamond")
                .addBehind("sum", FACTORY.createAdd()).addBehind("left", FACTORY.createDropout())
                .addBehind("right", FACTORY.createDropout()).addBehind("in", Networks.input("3"))
                .connect("in", "left").connect("in", "right").connect("left", "sum").connect("right", "sum").build();
        TopologicalOrder order = TopologicalOrder.of(network);
        assertThat(names(order.layers())).containsExactly("in", "left", "right", "sum");
        assertThat(order.isAcyclic()).isTrue();
    }

    @Test
    void twoConnectionsBetweenTheSameLayersAreNoCycle() {
        Network network = new NetworkBuilder("twice").addBehind("in", Networks.input("3"))
                .addBehind("sum", FACTORY.createAdd(), "in", "in").build();
        assertThat(names(TopologicalOrder.of(network).layers())).containsExactly("in", "sum");
    }

    @Test
    void separateCyclesAreFoundEach() {
        Network network = new NetworkBuilder("rings")
                .addBehind("a", FACTORY.createAdd()).addBehind("b", FACTORY.createAdd(), "a").connect("b", "a")
                .addBehind("c", FACTORY.createAdd()).addBehind("d", FACTORY.createAdd(), "c").connect("d", "c")
                .addBehind("behind", FACTORY.createAdd(), "b", "d").addBehind("free", Networks.input("3")).build();
        TopologicalOrder order = TopologicalOrder.of(network);
        assertThat(names(order.layers())).containsExactly("free");
        assertThat(order.cycles()).extracting(TopologicalOrderTest::names)
                .containsExactly(List.of("a", "b"), List.of("c", "d"));
    }

    @Test
    void aChainOfTwentyThousandLayersNeedsNoStack() {
        Network network = chain(20_000);
        assertThat(TopologicalOrder.of(network).layers()).hasSize(20_000);
        new Wiring(network).connect(network.getLayers().get(19_999), network.getLayers().get(0));
        assertThat(TopologicalOrder.of(network).cycles()).singleElement()
                .satisfies(ring -> assertThat(ring).hasSize(20_000));
    }

    private static Network chain(int length) {
        NetworkBuilder builder = new NetworkBuilder("chain");
        for (int i = 0; i < length; i++) {
            builder.add("l" + i, FACTORY.createDropout());
        }
        return builder.build();
    }

    private static List<String> names(List<Layer> layers) {
        return layers.stream().map(Layer::getName).toList();
    }
}
