// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.block;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vesalius.core.ReportedException;
import org.vesalius.network.Analyses;
import org.vesalius.network.Block;
import org.vesalius.network.BlockInput;
import org.vesalius.network.Connection;
import org.vesalius.network.Layer;
import org.vesalius.network.LayerGraph;
import org.vesalius.network.Network;
import org.vesalius.network.NetworkFactory;
import org.vesalius.network.Networks;
import org.vesalius.network.Variation;
import org.vesalius.network.analysis.NetworkAnalysis;
import org.vesalius.network.block.edit.GroupLayers;
import org.vesalius.network.block.edit.UngroupBlock;
import org.vesalius.network.diff.NetworkDiff;
import org.vesalius.network.graph.Graphs;
import org.vesalius.network.io.NetworkFiles;
import org.vesalius.network.layer.standard.StandardLayers;
import org.vesalius.network.template.NetworkTemplates;

/** Whatever is grouped and ungrouped computes the same, and whatever is broken breaks nothing else. */
class RandomBlocksTest {
    private static final NetworkFactory FACTORY = NetworkFactory.eINSTANCE;

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void groupingNeverChangesWhatIsComputed(int seed) {
        Random random = new Random(seed);
        Network network = template(random);
        Network before = EcoreUtil.copy(network);
        String computed = computed(network);
        for (int i = 0; i < 6; i++) {
            group(network, random);
        }
        assertThat(Analyses.faults(network)).isEmpty();
        assertThat(computed(network)).isEqualTo(computed);
        ungroupNewBlocks(network, before);
        NetworkDiff diff = NetworkDiff.between(before, network);
        assertThat(diff.describe()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void ungroupingEverythingGivesTheExpandedNetwork(int seed) {
        Network network = template(new Random(seed));
        String computed = computed(network);
        long layers = Analyses.of(network).expanded().network().getLayers().size();
        for (Block block = anyBlock(network); block != null; block = anyBlock(network)) {
            new UngroupBlock(block).apply();
        }
        assertThat(network.getLayers()).hasSize((int) layers);
        assertThat(computed(network)).isEqualTo(computed);
        assertThat(Analyses.faults(network)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void noMessThatAModelCanHoldMakesTheAnalysisFail(int seed) {
        Random random = new Random(seed);
        Network network = template(random);
        for (int i = 0; i < 12; i++) {
            mess(network, random);
            NetworkAnalysis analysis = Analyses.of(network);
            LayerGraph graph = any(Graphs.in(network), random);
            graph.getLayers().forEach(layer -> {
                analysis.shapeOf(layer);
                analysis.parameters(layer);
                analysis.weightSpecs(layer);
                analysis.flops(layer);
            });
            assertThat(analysis.problems()).noneMatch(problem -> problem.checkId().equals("network.check"));
        }
        try {
            new NetworkFiles(StandardLayers.catalog()).toBytes(network);
        } catch (ReportedException e) {
            assertThat(e.remedy()).isNotBlank();
        }
    }

    private static Network template(Random random) {
        return new NetworkTemplates().create(any(List.of("resnet-18", "mobilenet", "efficientnet-b0", "u-net-2d",
                "image-record-fusion", "ecg-resnet-1d"), random));
    }

    /** Totals and the shapes that come out. */
    private static String computed(Network network) {
        NetworkAnalysis analysis = Analyses.of(network);
        List<String> results = new ArrayList<>();
        network.getLayers().stream().filter(layer -> layer.getOutgoing().isEmpty())
                .forEach(layer -> results.add(layer.getName() + " " + analysis.shapeOf(layer)));
        return analysis.totalParameters() + " " + analysis.totalFlops() + " " + analysis.activationBytes(1) + results;
    }

    /** Tries some random neighbours of a random layer. */
    private static void group(Network network, Random random) {
        LayerGraph graph = any(Graphs.in(network), random);
        List<Layer> layers = graph.getLayers();
        int from = random.nextInt(layers.size());
        int to = Math.min(layers.size(), from + 1 + random.nextInt(5));
        GroupLayers grouping = new GroupLayers(List.copyOf(layers.subList(from, to)));
        if (grouping.refusal().isEmpty()) {
            grouping.apply();
        }
    }

    private static void ungroupNewBlocks(Network network, Network before) {
        boolean again = true;
        while (again) {
            again = false;
            for (Layer added : NetworkDiff.between(before, network).added()) {
                if (added instanceof Block block && block.eContainer() != null) {
                    new UngroupBlock(block).apply();
                    again = true;
                    break;
                }
            }
        }
    }

    private static Block anyBlock(Network network) {
        return (Block) network.getLayers().stream().filter(Block.class::isInstance).findFirst().orElse(null);
    }

    private static void mess(Network network, Random random) {
        LayerGraph graph = any(Graphs.in(network), random);
        LayerGraph other = any(Graphs.in(network), random);
        if (graph.getLayers().isEmpty() || other.getLayers().isEmpty()) {
            return;
        }
        Layer layer = any(graph.getLayers(), random);
        switch (random.nextInt(9)) {
            case 0 -> layer.setName(null);
            case 1 -> layer.setId(random.nextBoolean() ? null : any(other.getLayers(), random).getId());
            case 2 -> graph.getConnections().add(connection(layer, any(other.getLayers(), random), random));
            case 3 -> graph.getConnections().add(FACTORY.createConnection());
            case 4 -> graph.getLayers().remove(layer);
            case 5 -> repeat(layer, random);
            case 6 -> other.getLayers().add(layer instanceof Block ? Networks.input("8") : layer);
            case 7 -> graph.getLayers().add(FACTORY.createBlockReference());
            default -> vary(graph, any(other.getLayers(), random), random);
        }
    }

    private static void repeat(Layer layer, Random random) {
        if (layer instanceof Block block) {
            block.setRepeat(random.nextInt(20) - 2);
        } else if (layer instanceof BlockInput input) {
            input.setIndex(random.nextInt(4) - 1);
        }
    }

    private static void vary(LayerGraph graph, Layer layer, Random random) {
        if (graph instanceof Block block) {
            Variation variation = FACTORY.createVariation();
            variation.setLayer(random.nextInt(4) == 0 ? null : layer);
            variation.setAttribute(any(List.of("filters", "units", "repeat", "stride", "x", "no"), random));
            variation.setExpression(any(List.of("2^i", "", "1/0", "i-1", "64"), random));
            block.getVariations().add(variation);
        }
    }

    private static Connection connection(Layer source, Layer target, Random random) {
        Connection connection = FACTORY.createConnection();
        connection.setSource(source);
        connection.setTarget(target);
        connection.setTargetInput(random.nextInt(3));
        return connection;
    }

    private static <T> T any(List<T> list, Random random) {
        return list.get(random.nextInt(list.size()));
    }
}
