// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.block;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.vesalius.core.ReportedException;
import org.vesalius.core.check.Problem;
import org.vesalius.network.Block;
import org.vesalius.network.BlockInput;
import org.vesalius.network.Connection;
import org.vesalius.network.Convolution2D;
import org.vesalius.network.Layer;
import org.vesalius.network.LayerGraph;
import org.vesalius.network.Network;
import org.vesalius.network.NetworkFactory;
import org.vesalius.network.Networks;
import org.vesalius.network.graph.BlockBuilder;
import org.vesalius.network.graph.Inputs;
import org.vesalius.network.graph.NetworkBuilder;
import org.vesalius.network.shape.Size2D;

class BlockExpansionTest {
    private static final NetworkFactory FACTORY = NetworkFactory.eINSTANCE;

    @Test
    void aNetworkWithoutBlocksIsItsOwnExpansion() {
        Network cnn = Networks.referenceCnn();
        ExpandedNetwork expanded = BlockExpansion.expand(cnn, BlockSource.none());
        assertThat(expanded.network()).isSameAs(cnn);
        assertThat(expanded.isDrawing()).isTrue();
        Layer conv = Networks.layer(cnn, "conv1");
        assertThat(expanded.giver(conv)).containsSame(conv);
        assertThat(expanded.copies(conv)).containsExactly(conv);
        assertThat(expanded.drawn(cnn.getConnections().get(0))).containsSame(cnn.getConnections().get(0));
        assertThat(expanded.origin(conv)).contains(new Origin(conv, List.of()));
    }

    @Test
    void aBlockIsReplacedByItsInside() {
        Network network = around(block -> block.add("conv", Networks.convolution(8)).add("act", FACTORY.createELU()));
        assertThat(flat(network)).containsExactly("image", "b/b.conv < image", "b/b.act < b/b.conv", "end < b/b.act");
    }

    @Test
    void theDrawingStaysAsItIs() {
        Network network = around(block -> block.add("conv", Networks.convolution(8)).repeat(3));
        BlockExpansion.expand(network, BlockSource.none()).network().getLayers().get(1).setName("changed");
        assertThat(network.getLayers()).extracting(Layer::getName).containsExactly("image", "b", "end");
        assertThat(Networks.layer(network, "image").getOutgoing()).hasSize(1);
    }

    @Test
    void repetitionsFollowEachOther() {
        Network network = around(block -> block.add("conv", Networks.convolution(8)).repeat(3));
        ExpandedNetwork expanded = BlockExpansion.expand(network, BlockSource.none());
        assertThat(lines(expanded.network())).containsExactly("image", "b.0/b.conv < image",
                "b.1/b.conv < b.0/b.conv", "b.2/b.conv < b.1/b.conv", "end < b.2/b.conv");
        Layer block = Networks.layer(network, "b");
        Layer conv = inside(block, "conv");
        assertThat(expanded.giver(block).orElseThrow().getId()).isEqualTo("b.2/b.conv");
        assertThat(expanded.giver(conv).orElseThrow().getId()).isEqualTo("b.0/b.conv");
        assertThat(expanded.giver(inside(block, "in")).orElseThrow().getId()).isEqualTo("image");
        assertThat(expanded.giver(inside(block, "out")).orElseThrow().getId()).isEqualTo("b.0/b.conv");
        assertThat(expanded.copies(conv)).hasSize(3).isEqualTo(expanded.copies(block));
        Layer last = expanded.network().getLayers().get(3);
        assertThat(expanded.origin(last)).contains(new Origin(conv, List.of(2)));
        assertThat(expanded.drawn(last)).containsSame(conv);
        assertThat(last.getName()).isEqualTo("b.2/conv");
    }

    @Test
    void connectionsAreThoseThatEndAtTheSameLayer() {
        Network network = around(block -> block.add("conv", Networks.convolution(8)));
        ExpandedNetwork expanded = BlockExpansion.expand(network, BlockSource.none());
        Layer conv = inside(Networks.layer(network, "b"), "conv");
        Connection intoConv = expanded.network().getConnections().stream()
                .filter(connection -> connection.getTarget().getName().equals("b/conv")).findFirst().orElseThrow();
        assertThat(expanded.drawn(intoConv)).containsSame(conv.getIncoming().get(0));
    }

    @Test
    void blocksStandInBlocksAndKeepTheOrderOfInputs() {
        Network network = new NetworkBuilder("n").add("a", Networks.input("8x8x3"))
                .addBehind("b", Networks.input("8x8x3"))
                .blockBehind("outer", outer -> outer.input("second")
                        .blockBehind("inner", inner -> inner.input("right")
                                .addBehind("join", FACTORY.createConcatenate(), "right", "in").repeat(1),
                                "second", "in"),
                        "b", "a")
                .add("end", FACTORY.createOutput()).build();
        assertThat(flat(network)).containsExactly("a", "b",
                "outer/outer.inner/outer.inner.join < b, a", "end < outer/outer.inner/outer.inner.join");
    }

    @Test
    void aRepeatedResidualBlockKeepsItsShortcut() {
        Network network = around(block -> block.repeat(2).add("conv", Networks.convolution(8))
                .addBehind("add", FACTORY.createAdd(), "conv", BlockBuilder.IN));
        assertThat(flat(network)).containsExactly("image", "b.0/b.conv < image", "b.0/b.add < b.0/b.conv, image",
                "b.1/b.conv < b.0/b.add", "b.1/b.add < b.1/b.conv, b.0/b.add", "end < b.1/b.add");
    }

    @Test
    void variationsGiveEachRepetitionItsValue() {
        Network network = around(block -> block.repeat(3).add("conv", Networks.convolution(8))
                .vary("conv", "filters", "64*2^i").vary("conv", "stride", "1+0^i").vary("conv", "useBias", "0^i")
                .vary("conv", "l2", "i/4"));
        List<Convolution2D> convs = convolutions(network);
        assertThat(convs).extracting(Convolution2D::getFilters).containsExactly(64, 128, 256);
        assertThat(convs).extracting(Convolution2D::getStride).containsExactly(Size2D.square(2), Size2D.square(1),
                Size2D.square(1));
        assertThat(convs).extracting(Convolution2D::isUseBias).containsExactly(true, false, false);
        assertThat(convs).extracting(Convolution2D::getL2).containsExactly(0.0, 0.25, 0.5);
    }

    @Test
    void anOuterBlockVariesWhatIsInsideInnerOnes() {
        Network network = around(outer -> outer.repeat(2)
                .block("inner", inner -> inner.repeat(2).add("conv", Networks.convolution(8))));
        Block outer = (Block) Networks.layer(network, "b");
        Block inner = (Block) inside(outer, "inner");
        vary(outer, inside(inner, "conv"), "filters", "10*(i+1)");
        vary(outer, inner, "repeat", "i+1");
        assertThat(convolutions(network)).extracting(Convolution2D::getId)
                .containsExactly("b.0/b.inner/b.inner.conv", "b.1/b.inner.0/b.inner.conv",
                        "b.1/b.inner.1/b.inner.conv");
        assertThat(convolutions(network)).extracting(Convolution2D::getFilters).containsExactly(10, 20, 20);
        vary(inner, inside(inner, "conv"), "filters", "5+i");
        assertThat(convolutions(network)).extracting(Convolution2D::getFilters).containsExactly(5, 5, 6);
    }

    @Test
    void aVariationThatGivesNoUsableValueNamesBlockLayerAndCalculation() {
        assertThat(variation("8/3^i").message()).contains("Block 'b'", "Filters of Convolution 2D 'conv'", "8/3^i",
                "in repetition 2 of 3 is 2.6666666666666665, which is no whole number");
        assertThat(variation("8-8*i").message()).contains("is 0; allowed is");
        assertThat(variation("1/0").message()).contains("is no finite number");
        assertThat(variation("9^(i*20)").message()).contains("too large");
        assertThat(variation("64**i").message()).contains("64**i", "can't be calculated", "place 4");
    }

    @Test
    void aVariationCanBeRemoved() {
        Network network = around(block -> block.add("conv", Networks.convolution(8)).vary("conv", "filters", "0"));
        problems(network).get(0).fixes().get(0).apply();
        assertThat(problems(network)).isEmpty();
    }

    @Test
    void aBillionRepetitionsAreRefused() {
        Network network = around(outer -> outer.repeat(10_000).block("inner", inner -> inner.repeat(10_000)
                .block("innermost", innermost -> innermost.repeat(10).add("act", FACTORY.createActivation()))));
        List<Problem> problems = problems(network);
        assertThat(problems).hasSize(1);
        assertThat(problems.get(0).message()).contains("Block 'b'", "more than 200,000 layers");
        assertThat(BlockExpansion.expand(network, BlockSource.none()).network().getLayers())
                .extracting(Layer::getId).containsExactly("image", "end");
        assertThatThrownBy(() -> BlockExpansion.expand(network, BlockSource.none()).orThrow())
                .isInstanceOf(ReportedException.class);
    }

    @Test
    void emptyRepetitionsEndToo() {
        Network network = around(outer -> outer.repeat(10_000).block("inner", inner -> inner.repeat(10_000)));
        assertThat(problems(network)).extracting(Problem::checkId).containsExactly("network.block-size");
    }

    @Test
    void blocksTooDeepInEachOtherAreRefused() {
        Network network = around(block -> nest(block, 40));
        assertThat(problems(network)).extracting(Problem::checkId).containsExactly("network.block-depth");
    }

    @Test
    void brokenBlocksGiveNothingAndHarmNothing() {
        Network network = around(block -> block.repeat(5).add("conv", Networks.convolution(8)));
        Block block = (Block) Networks.layer(network, "b");
        ((BlockInput) inside(block, "in")).setIndex(7);
        assertThat(flat(network)).containsExactly("image", "b.0/b.conv", "b.1/b.conv", "b.2/b.conv", "b.3/b.conv",
                "b.4/b.conv", "end < b.4/b.conv");
        block.getLayers().remove(inside(block, "out"));
        assertThat(flat(network)).containsExactly("image", "b.0/b.conv", "end");
        assertThat(BlockExpansion.expand(network, BlockSource.none()).giver(block)).isEmpty();
    }

    @Test
    void idsThatMeetAreTold() {
        Network network = new NetworkBuilder("n").add("image", Networks.input("8"))
                .block("b", block -> block.repeat(2).add("act", FACTORY.createELU()))
                .block("c", block -> block.add("act", FACTORY.createELU())).build();
        assertThat(problems(network)).isEmpty();
        Layer other = Networks.layer(network, "c");
        other.setId("b.0");
        inside(other, "act").setId("b.act");
        assertThat(problems(network)).extracting(Problem::message).containsExactly(
                "Layers inside Block 'c' have the ids of others once the blocks are laid out.");
        problems(network).get(0).fixes().get(0).apply();
        assertThat(problems(network)).isEmpty();
    }

    @Test
    void ringsInsideBlocksStayRings() {
        Network network = around(block -> block.add("a", FACTORY.createAdd()).add("b", FACTORY.createELU())
                .connect("b", "a"));
        assertThat(flat(network)).contains("b/b.a < image, b/b.b", "b/b.b < b/b.a");
    }

    @Test
    void anInputInsideABlockIsNoInputOfTheNetwork() {
        Network network = around(block -> block.addBehind("stray", Networks.input("3"))
                .addBehind("add", FACTORY.createAdd(), BlockBuilder.IN, "stray"));
        assertThat(flat(network)).containsExactly("image", "b/b.add < image", "end < b/b.add");
    }

    private static Problem variation(String expression) {
        List<Problem> problems = problems(around(block -> block.repeat(3).add("conv", Networks.convolution(8))
                .vary("conv", "filters", expression)));
        assertThat(problems.get(0).checkId()).isEqualTo("network.variation");
        assertThat(problems.get(0).subject()).isEqualTo("b");
        return problems.get(0);
    }

    private static void nest(BlockBuilder block, int depth) {
        if (depth == 0) {
            block.add("act", FACTORY.createActivation());
        } else {
            block.block("n", inner -> nest(inner, depth - 1));
        }
    }

    private static void vary(Block block, Layer layer, String attribute, String expression) {
        block.getVariations().add(FACTORY.createVariation());
        block.getVariations().get(block.getVariations().size() - 1).setLayer(layer);
        block.getVariations().get(block.getVariations().size() - 1).setAttribute(attribute);
        block.getVariations().get(block.getVariations().size() - 1).setExpression(expression);
    }

    /** An image, a block 'b' that is filled, and an output. */
    private static Network around(Consumer<BlockBuilder> inside) {
        return new NetworkBuilder("n").add("image", Networks.input("64x64x3")).block("b", inside)
                .add("end", FACTORY.createOutput()).build();
    }

    private static List<Problem> problems(Network network) {
        return BlockExpansion.expand(network, BlockSource.none()).problems();
    }

    private static List<Convolution2D> convolutions(Network network) {
        return BlockExpansion.expand(network, BlockSource.none()).network().getLayers().stream()
                .filter(Convolution2D.class::isInstance).map(Convolution2D.class::cast).toList();
    }

    private static List<String> flat(Network network) {
        return lines(BlockExpansion.expand(network, BlockSource.none()).network());
    }

    /** Each layer as {@code id < ids of its inputs}. */
    private static List<String> lines(Network network) {
        return network.getLayers().stream().map(layer -> Stream.concat(Stream.of(layer.getId()),
                Inputs.of(layer).isEmpty() ? Stream.of() : Stream.of("<",
                        String.join(", ", Inputs.of(layer).stream().map(Layer::getId).toList())))
                .reduce((a, b) -> a + " " + b).orElseThrow()).toList();
    }

    private static Layer inside(Layer block, String name) {
        return ((LayerGraph) block).getLayers().stream().filter(layer -> name.equals(layer.getName())).findFirst()
                .orElseThrow();
    }
}
