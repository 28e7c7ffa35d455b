// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.io;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.eclipse.emf.common.util.ECollections;
import org.eclipse.emf.common.util.EList;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.junit.jupiter.api.Test;
import org.vesalius.network.Block;
import org.vesalius.network.Connection;
import org.vesalius.network.Convolution2D;
import org.vesalius.network.Network;
import org.vesalius.network.NetworkFactory;
import org.vesalius.network.Networks;
import org.vesalius.network.graph.BlockBuilder;
import org.vesalius.network.graph.NetworkBuilder;
import org.vesalius.network.layer.standard.StandardLayers;

/** Versions of a file differ where the drawings differ, so that people can read and merge what changed. */
class StableFilesTest {
    private static final NetworkFactory FACTORY = NetworkFactory.eINSTANCE;

    private final NetworkFiles files = new NetworkFiles(StandardLayers.catalog());
    private final Network network = residual();

    @Test
    void savingWhatWasLoadedChangesNoByte() {
        byte[] bytes = files.toBytes(network);
        assertThat(files.toBytes(files.load(new ByteArrayInputStream(bytes), "n"))).isEqualTo(bytes);
    }

    @Test
    void blocksAndTheirVariationsSurvive() {
        byte[] bytes = files.toBytes(network);
        assertThat(EcoreUtil.equals(files.load(new ByteArrayInputStream(bytes), "n"), network)).isTrue();
    }

    @Test
    void theOrderOfDrawingConnectionsLeavesNoTrace() {
        List<String> lines = lines(network);
        Block block = (Block) Networks.layer(network, "b");
        for (int seed = 0; seed < 5; seed++) {
            shuffle(network.getConnections(), seed);
            shuffle(block.getConnections(), seed);
            assertThat(lines(network)).isEqualTo(lines);
        }
    }

    @Test
    void movingALayerChangesOneLine() {
        List<String> before = lines(network);
        Networks.layer(network, "image").setX(777);
        assertThat(changed(before, lines(network))).hasSize(1).first().asString().contains("id=\"image\"", "777");
        before = lines(network);
        Block block = (Block) Networks.layer(network, "b");
        block.getLayers().get(1).setY(-5);
        assertThat(changed(before, lines(network))).hasSize(1).first().asString().contains("b.conv", "-5");
        before = lines(network);
        block.setX(1);
        assertThat(changed(before, lines(network))).hasSize(1).first().asString().contains("id=\"b\"");
    }

    @Test
    void defaultsAreNotWritten() {
        Convolution2D conv = (Convolution2D) ((Block) Networks.layer(network, "b")).getLayers().get(1);
        List<String> before = lines(network);
        conv.setPadding(conv.getPadding());
        conv.setKernelSize(FACTORY.createConvolution2D().getKernelSize());
        conv.setL2(0);
        assertThat(lines(network)).isEqualTo(before);
        assertThat(String.join("\n", before)).doesNotContain("l2", "padding", "repeat=\"1\"", "collapsed");
    }

    @Test
    void looseEndsAreWrittenLast() {
        network.getConnections().add(0, FACTORY.createConnection());
        List<String> lines = lines(network);
        assertThat(lines.get(lines.size() - 2).strip()).isEqualTo("<connections/>");
        assertThat(network.getConnections().get(0).getSource()).isNull();
    }

    private static Network residual() {
        return new NetworkBuilder("n").add("image", Networks.input("64x64x3"))
                .block("b", block -> block.repeat(2).add("conv", Networks.convolution(8))
                        .addBehind("add", FACTORY.createAdd(), BlockBuilder.IN, "conv").vary("conv", "filters", "8+i"))
                .add("end", FACTORY.createOutput()).build();
    }

    private static void shuffle(List<Connection> connections, int seed) {
        List<Connection> order = new ArrayList<>(connections);
        Collections.shuffle(order, new Random(seed));
        ECollections.setEList((EList<Connection>) connections, order);
    }

    private List<String> lines(Network saved) {
        return new String(files.toBytes(saved), StandardCharsets.UTF_8).lines().toList();
    }

    private static List<String> changed(List<String> before, List<String> after) {
        assertThat(after).hasSameSizeAs(before);
        List<String> changed = new ArrayList<>(after);
        changed.removeAll(before);
        return changed;
    }
}
