// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.diagram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.vesalius.network.Block;
import org.vesalius.network.Connection;
import org.vesalius.network.Layer;
import org.vesalius.network.LayerGraph;
import org.vesalius.network.Network;
import org.vesalius.network.NetworkFactory;
import org.vesalius.network.diagram.scene.CardSize;
import org.vesalius.network.diagram.layout.DiagramLayout;
import org.vesalius.network.diagram.scene.Point;

class DiagramLayoutTest {
    private static final NetworkFactory FACTORY = NetworkFactory.eINSTANCE;

    @Test
    void aChainRunsStraightDown() {
        Network network = FACTORY.createNetwork();
        List<Layer> chain = chain(network, 4);

        Map<Layer, Point> positions = arranged(network);

        assertThat(chain).extracting(layer -> positions.get(layer).x()).containsOnly(positions.get(chain.get(0)).x());
        for (int i = 1; i < chain.size(); i++) {
            int above = positions.get(chain.get(i - 1)).y();
            assertThat(positions.get(chain.get(i)).y()).isGreaterThan(above + CardSize.HEIGHT);
        }
    }

    @Test
    void branchesStandBesideEachOther() {
        Network network = FACTORY.createNetwork();
        Layer top = layer(network);
        Layer left = layer(network);
        Layer right = layer(network);
        Layer bottom = layer(network);
        connect(network, top, left);
        connect(network, top, right);
        connect(network, left, bottom);
        connect(network, right, bottom);

        Map<Layer, Point> positions = arranged(network);

        assertThat(positions.get(left).y()).isEqualTo(positions.get(right).y());
        assertThat(Math.abs(positions.get(left).x() - positions.get(right).x())).isGreaterThan(CardSize.WIDTH);
    }

    @Test
    void theInsideOfAnExpandedBlockIsArrangedFromItsCorner() {
        Network network = FACTORY.createNetwork();
        Block block = FACTORY.createBlock();
        block.setCollapsed(false);
        network.getLayers().add(block);
        List<Layer> inside = chain(block, 2);
        Layer behind = layer(network);
        connect(network, block, behind);

        Map<Layer, Point> positions = arranged(network);

        assertThat(positions.get(inside.get(0)))
                .isEqualTo(new Point(CardSize.MARGIN, 48)); // title 28 and margin 16 make 44: on the grid 48
        int blockBottom = positions.get(block).y() + positions.get(inside.get(1)).y() + CardSize.HEIGHT;
        assertThat(positions.get(behind).y()).isGreaterThan(blockBottom);
    }

    @Test
    void aChainOfThousandsIsArranged() {
        Network network = FACTORY.createNetwork();
        List<Layer> chain = chain(network, 3000);

        assertThat(arranged(network)).hasSize(chain.size());
    }

    @Test
    void whoCancelsIsNotKeptWaiting() {
        Network network = FACTORY.createNetwork();
        chain(network, 3000);

        assertThatThrownBy(() -> new DiagramLayout(network).run(() -> true))
                .isInstanceOf(CancellationException.class);
    }

    private static Map<Layer, Point> arranged(Network network) {
        DiagramLayout layout = new DiagramLayout(network);
        layout.run(() -> false);
        return layout.positions();
    }

    private static List<Layer> chain(LayerGraph graph, int length) {
        for (int i = 0; i < length; i++) {
            Layer layer = layer(graph);
            if (i > 0) {
                connect(graph, graph.getLayers().get(i - 1), layer);
            }
        }
        return List.copyOf(graph.getLayers());
    }

    private static Layer layer(LayerGraph graph) {
        Layer layer = FACTORY.createDense();
        graph.getLayers().add(layer);
        return layer;
    }

    private static void connect(LayerGraph graph, Layer source, Layer target) {
        Connection connection = FACTORY.createConnection();
        connection.setSource(source);
        connection.setTarget(target);
        graph.getConnections().add(connection);
    }
}
