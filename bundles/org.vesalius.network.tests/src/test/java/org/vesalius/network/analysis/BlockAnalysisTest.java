// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.vesalius.core.check.Fix;
import org.vesalius.core.check.Problem;
import org.vesalius.network.ActivationFunction;
import org.vesalius.network.Analyses;
import org.vesalius.network.Block;
import org.vesalius.network.BlockInput;
import org.vesalius.network.Convolution2D;
import org.vesalius.network.Flatten;
import org.vesalius.network.Layer;
import org.vesalius.network.LayerGraph;
import org.vesalius.network.Network;
import org.vesalius.network.NetworkFactory;
import org.vesalius.network.Networks;
import org.vesalius.network.Output;
import org.vesalius.network.Padding;
import org.vesalius.network.TimeDistributed;
import org.vesalius.network.graph.BlockBuilder;
import org.vesalius.network.graph.NetworkBuilder;
import org.vesalius.network.graph.Wiring;
import org.vesalius.network.weights.WeightSpec;

/** What is said of blocks is what is true of the layers they stand for, and fixes change what was drawn. */
class BlockAnalysisTest {
    private static final NetworkFactory FACTORY = NetworkFactory.eINSTANCE;

    /** Two convolutions 3×3 on 3 and 8 channels: 8·(9·3 + 1) = 224 and 8·(9·8 + 1) = 584 parameters. */
    @Test
    void aBlockSumsItsRepetitionsAndItsInsideTellsOfTheFirst() {
        Network network = classifier(block -> block.repeat(2).add("conv", Networks.convolution(8)));
        NetworkAnalysis analysis = Analyses.of(network);
        Layer block = Networks.layer(network, "b");
        Layer conv = inside(block, "conv");
        assertThat(analysis.problems()).isEmpty();
        assertThat(analysis.shapeOf(block).orElseThrow().display()).isEqualTo("28×28×8");
        assertThat(analysis.shapeOf(conv).orElseThrow().display()).isEqualTo("30×30×8");
        assertThat(analysis.shapeOf(inside(block, "in")).orElseThrow().display()).isEqualTo("32×32×3");
        assertThat(analysis.shapeOn(conv.getIncoming().get(0)).orElseThrow().display()).isEqualTo("32×32×3");
        assertThat(analysis.parameters(block).total()).isEqualTo(224 + 584);
        assertThat(analysis.parameters(conv).total()).isEqualTo(224);
        assertThat(analysis.totalParameters().total()).isEqualTo(224 + 584 + 28 * 28 * 8 + 1);
        assertThat(analysis.activationBytes(block, 2)).hasValue(2 * 4 * (30 * 30 * 8 + 28 * 28 * 8));
        assertThat(analysis.flops(conv).getAsLong() + analysis.flops(Networks.layer(network, "image")).getAsLong())
                .isPositive();
        assertThat(analysis.weightSpecs(block)).extracting(WeightSpec::name).containsExactly("b.0/conv/kernel",
                "b.0/conv/bias", "b.1/conv/kernel", "b.1/conv/bias");
    }

    @Test
    void theLayersOfTheExpandedNetworkCanBeAskedFor() {
        Network network = classifier(block -> block.repeat(2).add("conv", Networks.convolution(8)));
        NetworkAnalysis analysis = Analyses.of(network);
        Layer second = Networks.layer(analysis.expanded().network(), "b.1/conv");
        assertThat(analysis.shapeOf(second).orElseThrow().display()).isEqualTo("28×28×8");
        assertThat(analysis.parameters(second).total()).isEqualTo(584);
    }

    /** 32, 30, 28 … shrinks by 2 at each convolution: sixteen are too many. */
    @Test
    void whereALaterRepetitionFailsFewerAreOffered() {
        Network network = classifier(block -> block.repeat(20).add("conv", Networks.convolution(8)));
        Problem problem = Analyses.problem(network, "network.shape");
        Block block = (Block) Networks.layer(network, "b");
        assertThat(problem.subject()).isEqualTo(inside(block, "conv").getId());
        assertThat(problem.message()).contains("'b.15/conv'");
        fix(problem, "Compute Block 'b' only 15 times").apply();
        assertThat(block.getRepeat()).isEqualTo(15);
        assertThat(Analyses.faults(network)).isEmpty();
    }

    @Test
    void aFixForALayerInsideABlockChangesTheDrawing() {
        Network network = classifier(block -> block.add("conv", Networks.convolution(8))
                .add("fc", Networks.dense(4, ActivationFunction.RELU)));
        Problem problem = Analyses.problem(network, "network.shape");
        Block block = (Block) Networks.layer(network, "b");
        assertThat(problem.subject()).isEqualTo(inside(block, "fc").getId());
        problem.fixes().get(0).apply();
        assertThat(block.getLayers()).anyMatch(Flatten.class::isInstance);
        assertThat(Analyses.shape(network, "b")).isEqualTo("4");
    }

    @Test
    void whatAllRepetitionsHaveInCommonIsToldOnce() {
        Network network = classifier(block -> block.repeat(5).add("conv", Networks.convolution(8)));
        ((Convolution2D) inside(Networks.layer(network, "b"), "conv")).setFilters(0);
        assertThat(Analyses.problems(network, "network.attribute")).hasSize(1);
        fix(Analyses.problem(network, "network.attribute"), "Set it back to 32").apply();
        assertThat(Analyses.of(network).problems()).isEmpty();
    }

    @Test
    void theLossLooksIntoTheBlockBeforeIt() {
        Network network = new NetworkBuilder("n").add("row", Networks.input("30"))
                .block("head", block -> block.add("fc", Networks.dense(1, ActivationFunction.RELU)))
                .add("finding", FACTORY.createOutput()).build();
        Problem problem = Analyses.problem(network, "network.loss");
        fix(problem, "Use sigmoid in Dense 'head/fc'").apply();
        assertThat(Analyses.of(network).problems()).isEmpty();
    }

    @Test
    void aBlockHasOneResult() {
        Network network = classifier(block -> block.add("conv", Networks.convolution(8)));
        Block block = (Block) Networks.layer(network, "b");
        block.getLayers().add(FACTORY.createBlockOutput());
        block.getLayers().get(3).setName("second");
        block.getLayers().get(3).setId("second");
        Problem two = Analyses.problem(network, "network.block");
        assertThat(two.message()).isEqualTo("Block 'b' has 2 Block outputs; leave one of them.");
        fix(two, "Remove Block output 'second'").apply();
        assertThat(Analyses.of(network).problems()).isEmpty();
        new Wiring(block).remove(inside(block, "out"));
        fix(Analyses.problem(network, "network.block"), "Put a Block output behind Convolution 2D 'conv'").apply();
        assertThat(Analyses.of(network).problems()).isEmpty();
    }

    @Test
    void blockInputsAreNumberedFromZero() {
        Network network = classifier(block -> block.add("conv", Networks.convolution(8)));
        ((BlockInput) inside(Networks.layer(network, "b"), "in")).setIndex(3);
        fix(Analyses.problem(network, "network.block"), "Number the Block inputs of Block 'b'").apply();
        assertThat(Analyses.of(network).problems()).isEmpty();
    }

    @Test
    void aRepeatedBlockTakesOneInput() {
        Network network = new NetworkBuilder("n").add("a", Networks.input("3")).addBehind("b", Networks.input("3"))
                .blockBehind("join", block -> block.input("more").repeat(2)
                        .addBehind("add", FACTORY.createAdd(), BlockBuilder.IN, "more")
                        .add("fc", Networks.dense(1, ActivationFunction.SIGMOID)), "a", "b")
                .add("finding", FACTORY.createOutput()).build();
        fix(Analyses.problem(network, "network.block"), "Compute Block 'join' once").apply();
        assertThat(Analyses.of(network).problems()).isEmpty();
    }

    @Test
    void theEndsOfANetworkHaveNoPlaceInABlock() {
        Network network = classifier(block -> block.add("conv", Networks.convolution(8)));
        Block block = (Block) Networks.layer(network, "b");
        Output stray = FACTORY.createOutput();
        stray.setId("stray");
        stray.setName("stray");
        block.getLayers().add(stray);
        new Wiring(block).connect(inside(block, "conv"), stray);
        Problem problem = Analyses.problem(network, "network.block");
        assertThat(problem.subject()).isEqualTo("stray");
        assertThat(problem.fixes()).extracting(Fix::label).contains("Make it a Block output",
                "Remove Output 'stray'");
        fix(problem, "Remove Output 'stray'").apply();
        assertThat(Analyses.of(network).problems()).isEmpty();
    }

    @Test
    void theEndsOfABlockHaveNoPlaceOutsideOne() {
        Network network = classifier(block -> block.add("conv", Networks.convolution(8)));
        BlockInput stray = FACTORY.createBlockInput();
        stray.setId("stray");
        stray.setName("stray");
        network.getLayers().add(stray);
        assertThat(Analyses.problems(network, "network.shape")).extracting(Problem::message)
                .containsExactly("Block input 'stray' stands outside a block; put an Input in its place.");
    }

    @Test
    void aBlockGetsAsManyInputsAsItTakes() {
        Network network = classifier(block -> block.add("conv", Networks.convolution(8)));
        new Wiring(network).connect(Networks.layer(network, "image"),
                Networks.layer(network, "b"));
        assertThat(Analyses.problem(network, "network.inputs").message())
                .isEqualTo("Block 'b' gets 2 inputs but takes one input.");
    }

    @Test
    void aBlockInsideAWrapperIsRefused() {
        Network network = classifier(block -> block.add("conv", Networks.convolution(8)));
        TimeDistributed steps = FACTORY.createTimeDistributed();
        steps.setId("steps");
        steps.setName("steps");
        Layer block = Networks.layer(network, "b");
        List.copyOf(block.getIncoming()).forEach(connection -> connection.setTarget(steps));
        List.copyOf(block.getOutgoing()).forEach(connection -> connection.setSource(steps));
        network.getLayers().set(1, steps);
        steps.setLayer(block);
        assertThat(Analyses.of(network).problems()).extracting(Problem::message)
                .containsExactly("Time distributed 'steps' can't hold Block in 'steps'; put a Dense into it.");
    }

    @Test
    void mistakesInsideABlockAreToldOfTheirLayers() {
        Network network = classifier(block -> block.add("conv", Networks.convolution(8)));
        Block block = (Block) Networks.layer(network, "b");
        block.getVariations().add(FACTORY.createVariation());
        block.getVariations().get(0).setLayer(inside(block, "conv"));
        block.getVariations().get(0).setAttribute("padding");
        Problem varied = Analyses.problem(network, "network.variation");
        assertThat(varied.message()).startsWith("Block 'b' varies 'padding' of Convolution 2D 'conv'; possible are")
                .contains("filters", "kernelSize", "useBias").doesNotContain("activation", " x,");
        fix(varied, "Remove this variation").apply();
        inside(block, "conv").setName("in");
        assertThat(Analyses.problem(network, "network.name").message()).isEqualTo("Two layers are named 'in'.");
        inside(block, "out").setId("image");
        assertThat(Analyses.problem(network, "network.id").subject()).isEqualTo("image");
    }

    @Test
    void sizesBeyondAllMeasureAreOneProblem() {
        Network network = classifier(block -> block.repeat(10_000).block("inner",
                inner -> inner.repeat(10_000).add("conv", same(8))));
        assertThat(Analyses.of(network).problems()).extracting(Problem::checkId)
                .containsExactly("network.block-size");
    }

    private static Convolution2D same(int filters) {
        Convolution2D conv = Networks.convolution(filters);
        conv.setPadding(Padding.SAME);
        return conv;
    }

    /** A colour image of 32×32, a block 'b' that is filled, and a decision. */
    private static Network classifier(Consumer<BlockBuilder> inside) {
        return new NetworkBuilder("n").add("image", Networks.input("32x32x3")).block("b", inside)
                .add("flatten", FACTORY.createFlatten()).add("fc", Networks.dense(1, ActivationFunction.SIGMOID))
                .add("finding", FACTORY.createOutput()).build();
    }

    private static Fix fix(Problem problem, String label) {
        return problem.fixes().stream().filter(fix -> fix.label().equals(label)).findFirst()
                .orElseThrow(() -> new AssertionError(problem.fixes().toString()));
    }

    private static Layer inside(Layer block, String name) {
        return ((LayerGraph) block).getLayers().stream().filter(layer -> name.equals(layer.getName())).findFirst()
                .orElseThrow();
    }
}
