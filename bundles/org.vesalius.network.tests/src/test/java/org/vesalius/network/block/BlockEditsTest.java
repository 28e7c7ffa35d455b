// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.block;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.emf.ecore.change.ChangeDescription;
import org.eclipse.emf.ecore.change.util.ChangeRecorder;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.junit.jupiter.api.Test;
import org.vesalius.network.ActivationFunction;
import org.vesalius.network.Analyses;
import org.vesalius.network.Block;
import org.vesalius.network.BlockReference;
import org.vesalius.network.Convolution2D;
import org.vesalius.network.Layer;
import org.vesalius.network.LayerGraph;
import org.vesalius.network.Network;
import org.vesalius.network.NetworkFactory;
import org.vesalius.network.NetworkPackage;
import org.vesalius.network.Networks;
import org.vesalius.network.Padding;
import org.vesalius.network.block.edit.CopyFromFile;
import org.vesalius.network.block.edit.GroupLayers;
import org.vesalius.network.block.edit.ReferToFile;
import org.vesalius.network.block.edit.UngroupBlock;
import org.vesalius.network.block.edit.VaryAttribute;
import org.vesalius.network.graph.BlockBuilder;
import org.vesalius.network.graph.NetworkBuilder;
import org.vesalius.network.graph.Wiring;
import org.vesalius.network.io.NetworkFiles;
import org.vesalius.network.layer.standard.StandardLayers;

/** Edits that have to do with blocks compute the same before and after, and can be undone to the byte. */
class BlockEditsTest {
    private static final NetworkFactory FACTORY = NetworkFactory.eINSTANCE;

    @Test
    void groupedLayersComputeTheSame() {
        Network network = residual();
        String before = summary(network);
        List<Layer> members = layers(network, "conv1", "conv2", "sum");
        edit(network, () -> {
            Block block = new GroupLayers(members).apply();
            assertThat(block.getLayers()).containsAll(members);
            assertThat(block.getLayers()).extracting(Layer::getName).containsExactly("conv1", "conv2", "sum", "in",
                    "out");
            assertThat(block.getIncoming()).hasSize(1);
            assertThat(network.getLayers()).extracting(Layer::getName).containsExactly("image", "stem", "block1",
                    "pool", "fc", "finding");
            assertThat(Analyses.of(network).problems()).isEmpty();
            assertThat(summary(network)).isEqualTo(before);
        });
    }

    @Test
    void aBlockGetsAnInputForEachLayerThatFeedsIt() {
        Network network = residual();
        edit(network, () -> {
            Block block = new GroupLayers(layers(network, "conv2", "sum")).apply();
            assertThat(block.getIncoming()).extracting(c -> c.getSource().getName() + " " + c.getTargetInput())
                    .containsExactlyInAnyOrder("conv1 0", "stem 1");
            assertThat(Analyses.of(network).problems()).isEmpty();
        });
    }

    @Test
    void whatCannotBeABlockIsRefusedWithAReason() {
        Network network = residual();
        assertThat(refusal(network, "conv1", "stem")).isEqualTo("A block has one result, but those of 'stem', 'conv1'"
                + " are used outside; select the layer where they come together, too.");
        assertThat(refusal(network, "stem", "sum")).isEqualTo("The result of these layers comes back to them by"
                + " Convolution 2D 'conv2'; select it, too.");
        assertThat(refusal(network, "image", "stem")).isEqualTo("Input 'image' can't be inside a block; leave it out.");
        assertThat(refusal(network)).startsWith("Select the layers");
        assertThat(new GroupLayers(List.of(Networks.layer(network, "stem"), FACTORY.createDense())).refusal())
                .hasValue("Select layers that stand in the same network or block.");
        assertThatThrownBy(() -> new GroupLayers(List.of()).apply()).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void layersInsideABlockCanBeGrouped() {
        Network network = residual();
        Block outer = new GroupLayers(layers(network, "conv1", "conv2", "sum")).apply();
        String before = summary(network);
        edit(network, () -> {
            Block inner = new GroupLayers(List.of(layer(outer, "conv1"), layer(outer, "conv2"))).apply();
            assertThat(inner.eContainer()).isSameAs(outer);
            assertThat(Analyses.of(network).problems()).isEmpty();
            assertThat(summary(network)).isEqualTo(before);
        });
    }

    @Test
    void ungroupingIsTheWayBack() {
        Network network = residual();
        List<String> before = edges(network);
        Block block = new GroupLayers(layers(network, "conv1", "conv2", "sum")).apply();
        edit(network, () -> {
            List<Layer> layers = new UngroupBlock(block).apply();
            assertThat(layers).extracting(Layer::getId).containsExactly("conv1", "conv2", "sum");
            assertThat(edges(network)).containsExactlyInAnyOrderElementsOf(before);
            assertThat(Analyses.of(network).problems()).isEmpty();
        });
    }

    @Test
    void ungroupingARepeatedBlockGivesAllRepetitionsWithTheirValues() {
        Network network = residual();
        Block block = new GroupLayers(layers(network, "conv1", "conv2")).apply();
        block.setRepeat(3);
        new VaryAttribute(block, layer(block, "conv1"), NetworkPackage.Literals.CONVOLUTION__FILTERS, "4+4*i").apply();
        String before = summary(network);
        edit(network, () -> {
            List<Layer> layers = new UngroupBlock(block).apply();
            assertThat(layers).extracting(Layer::getName).containsExactly("conv1", "conv2", "conv1-2", "conv2-2",
                    "conv1-3", "conv2-3");
            assertThat(Stream.of(0, 2, 4).map(i -> ((Convolution2D) layers.get(i)).getFilters()))
                    .containsExactly(4, 8, 12);
            assertThat(layers).extracting(Layer::getId).doesNotHaveDuplicates();
            assertThat(Analyses.of(network).problems()).isEmpty();
            assertThat(summary(network)).isEqualTo(before);
        });
    }

    @Test
    void whatAnOuterBlockVariesItGoesOnVaryingInAllCopies() {
        Network network = residual();
        Block outer = new GroupLayers(layers(network, "conv1", "conv2", "sum")).apply();
        Block inner = new GroupLayers(List.of(layer(outer, "conv1"))).apply();
        inner.setRepeat(2);
        outer.setRepeat(2);
        new VaryAttribute(outer, layer(inner, "conv1"), NetworkPackage.Literals.CONVOLUTION__FILTERS, "4+4*i").apply();
        String before = summary(network);
        edit(network, () -> {
            new UngroupBlock(inner).apply();
            assertThat(outer.getVariations()).hasSize(2);
            assertThat(summary(network)).isEqualTo(before);
        });
    }

    @Test
    void aBlockThatOnlyPassesOnDisappears() {
        Network network = new NetworkBuilder("n").add("image", Networks.input("8x8x1")).block("b", block -> {})
                .add("flatten", FACTORY.createFlatten()).build();
        edit(network, () -> {
            assertThat(new UngroupBlock((Block) Networks.layer(network, "b")).apply()).isEmpty();
            assertThat(edges(network)).containsExactly("image>flatten");
        });
    }

    @Test
    void aBlockWithoutAResultLeavesNoLooseEnds() {
        Network network = new NetworkBuilder("n").add("image", Networks.input("8x8x1"))
                .block("b", block -> block.add("act", FACTORY.createELU())).add("flatten", FACTORY.createFlatten())
                .build();
        Block block = (Block) Networks.layer(network, "b");
        new Wiring(block).remove(layer(block, "out"));
        edit(network, () -> {
            new UngroupBlock(block).apply();
            assertThat(edges(network)).containsExactly("image>act");
        });
    }

    @Test
    void variationsAreAddedChangedAndTakenBack() {
        Network network = residual();
        Block block = new GroupLayers(layers(network, "conv1", "conv2")).apply();
        Layer conv = layer(block, "conv1");
        var filters = NetworkPackage.Literals.CONVOLUTION__FILTERS;
        edit(network, () -> new VaryAttribute(block, conv, filters, " 8*2^i ").apply());
        assertThat(VaryAttribute.expression(block, conv, filters)).hasValue("8*2^i");
        new VaryAttribute(block, conv, filters, "9").apply();
        assertThat(block.getVariations()).hasSize(1);
        new VaryAttribute(block, conv, filters, " ").apply();
        assertThat(block.getVariations()).isEmpty();
        assertThat(new VaryAttribute(block, conv, filters, "8*").refusal().orElseThrow()).contains("'8*'", "ends");
        assertThat(new VaryAttribute(block, Networks.layer(network, "stem"), filters, "8").refusal()).isPresent();
        assertThat(new VaryAttribute(block, conv, NetworkPackage.Literals.CONVOLUTION__PADDING, "8").refusal())
                .hasValue("Padding can't be calculated; numbers and sizes can.");
    }

    @Test
    void removingALayerForgetsItsVariations() {
        Network network = residual();
        Block block = new GroupLayers(layers(network, "conv1", "conv2")).apply();
        new VaryAttribute(block, layer(block, "conv1"), NetworkPackage.Literals.CONVOLUTION__FILTERS, "8").apply();
        edit(network, () -> {
            new Wiring(block).remove(layer(block, "conv1"));
            assertThat(block.getVariations()).isEmpty();
        });
    }

    @Test
    void aReferenceTakesThePlaceOfABlockAndBack() {
        Network network = residual();
        Block block = new GroupLayers(layers(network, "conv1", "conv2", "sum")).apply();
        block.setRepeat(2);
        BlockSource source = path -> new BlockSource.Found(EcoreUtil.copy(block), path,
                BlockSource.none());
        List<String> ids = ids(network, source);
        edit(network, () -> {
            BlockReference reference = new ReferToFile(block, "blocks/residual.block").apply();
            assertThat(reference.getId()).isEqualTo(block.getId());
            assertThat(ids(network, source)).isEqualTo(ids);
            Block copy = new CopyFromFile(reference, source.find("blocks/residual.block")).apply();
            assertThat(ids(network, source)).isEqualTo(ids);
            assertThat(copy.getRepeat()).isEqualTo(2);
        });
    }

    @Test
    void copiesOfOneFileGetIdsOfTheirOwnAndKeepTheirReferences() {
        Block file = new BlockBuilder("file").add("act", FACTORY.createELU()).build();
        BlockReference nested = FACTORY.createBlockReference();
        nested.setId("nested");
        nested.setPath("../deeper/other.block");
        file.getLayers().add(nested);
        Network network = new NetworkBuilder("n").add("image", Networks.input("8")).add("a", reference("x/y/f.block"))
                .add("b", reference("f.block")).build();
        BlockSource.Found found = new BlockSource.Found(file, "file", BlockSource.none());
        Block first = new CopyFromFile((BlockReference) Networks.layer(network, "a"), found).apply();
        Block second = new CopyFromFile((BlockReference) Networks.layer(network, "b"), found).apply();
        assertThat(first.getLayers()).extracting(Layer::getId).containsExactly("file.in", "file.act", "file.out",
                "nested");
        assertThat(second.getLayers()).extracting(Layer::getId).doesNotContain("file.in", "file.act", "nested");
        assertThat(((BlockReference) first.getLayers().get(3)).getPath()).isEqualTo("x/deeper/other.block");
        assertThat(((BlockReference) second.getLayers().get(3)).getPath()).isEqualTo("../deeper/other.block");
        assertThat(nested.getPath()).isEqualTo("../deeper/other.block");
    }

    private static BlockReference reference(String path) {
        BlockReference reference = FACTORY.createBlockReference();
        reference.setPath(path);
        return reference;
    }

    /** A stem, a residual pair of convolutions, and a decision. */
    private static Network residual() {
        return new NetworkBuilder("n").add("image", Networks.input("16x16x3")).add("stem", same())
                .add("conv1", same()).add("conv2", same()).addBehind("sum", FACTORY.createAdd(), "conv2", "stem")
                .add("pool", FACTORY.createGlobalPooling()).add("fc", Networks.dense(1, ActivationFunction.SIGMOID))
                .add("finding", FACTORY.createOutput()).build();
    }

    private static Convolution2D same() {
        Convolution2D conv = Networks.convolution(8);
        conv.setPadding(Padding.SAME);
        return conv;
    }

    /** Makes a change that is recorded; undo and redo have to give the same bytes as before and after. */
    private static void edit(Network network, Runnable change) {
        String before = text(network);
        ChangeRecorder recorder = new ChangeRecorder(network);
        change.run();
        ChangeDescription description = recorder.endRecording();
        recorder.dispose();
        String after = text(network);
        description.applyAndReverse();
        assertThat(text(network)).isEqualTo(before);
        description.applyAndReverse();
        assertThat(text(network)).isEqualTo(after);
    }

    private static String text(Network network) {
        return new String(new NetworkFiles(StandardLayers.catalog()).toBytes(network), StandardCharsets.UTF_8);
    }

    private static String summary(Network network) {
        return Analyses.of(network).totalParameters() + " " + Analyses.of(network).totalFlops() + " "
                + Analyses.shape(network, "finding");
    }

    private static List<String> ids(Network network, BlockSource source) {
        return BlockExpansion.expand(network, source).orThrow().network().getLayers().stream().map(Layer::getId)
                .toList();
    }

    private static List<String> edges(Network network) {
        return network.getConnections().stream().map(connection -> connection.getSource().getName() + ">"
                + connection.getTarget().getName()).toList();
    }

    private static String refusal(Network network, String... names) {
        return new GroupLayers(layers(network, names)).refusal().orElseThrow();
    }

    private static List<Layer> layers(Network network, String... names) {
        return Stream.of(names).map(name -> Networks.layer(network, name)).toList();
    }

    private static Layer layer(LayerGraph graph, String name) {
        return graph.getLayers().stream().filter(layer -> name.equals(layer.getName())).findFirst().orElseThrow();
    }
}
