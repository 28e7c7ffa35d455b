// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vesalius.core.check.Problem;
import org.vesalius.core.check.Severity;
import org.vesalius.network.ActivationFunction;
import org.vesalius.network.Analyses;
import org.vesalius.network.BatchNormalization;
import org.vesalius.network.Block;
import org.vesalius.network.Convolution2D;
import org.vesalius.network.GlobalPooling;
import org.vesalius.network.Layer;
import org.vesalius.network.Layers;
import org.vesalius.network.Loss;
import org.vesalius.network.Network;
import org.vesalius.network.NetworkFactory;
import org.vesalius.network.NetworkPackage;
import org.vesalius.network.Networks;
import org.vesalius.network.Padding;
import org.vesalius.network.graph.Inputs;
import org.vesalius.network.graph.NetworkBuilder;
import org.vesalius.network.graph.Wiring;

/** What could be done better: when it is said, with which figures, and that the fix offered settles it. */
class AdviceTest {
    private static final NetworkFactory FACTORY = NetworkFactory.eINSTANCE;
    private static final String VIEW = "network.receptive-field";
    private static final String NORMALISATION = "network.normalisation";
    private static final String SHARE = "network.dense-share";

    @Test
    void aDenseWithNearlyAllParametersIsPointedOut() {
        Network network = Networks.referenceCnn();
        Problem problem = Analyses.problem(network, SHARE);
        assertThat(problem.severity()).isEqualTo(Severity.ADVICE);
        assertThat(problem.subject()).isEqualTo("fc1");
        problem.fixes().get(0).apply();
        assertThat(Analyses.problems(network, SHARE)).isEmpty();
        assertThat(Networks.layer(network, "flatten")).isInstanceOf(GlobalPooling.class);
        assertThat(Analyses.of(network).parameters(Networks.layer(network, "fc1")).total()).isEqualTo(8_320);
        assertThat(Analyses.faults(network)).isEmpty();
    }

    @Test
    void aTableOfDenseLayersIsNoReasonForAWord() {
        Network network = new NetworkBuilder("mlp").add("in", Networks.input("5000"))
                .add("fc1", Networks.dense(512, ActivationFunction.RELU))
                .add("fc2", Networks.dense(1, ActivationFunction.SIGMOID)).add("out", FACTORY.createOutput()).build();
        assertThat(Analyses.of(network).problems()).isEmpty();
    }

    /** Counted by hand, window by window: each adds (reach − 1) times the product of the strides before it. */
    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {
        "Convolution2D kernelSize=7x7 stride=2x2 padding=same, Pooling2D poolSize=3x3 stride=2x2 padding=same; 11×11",
        "Convolution2D kernelSize=3x3, Convolution2D kernelSize=3x3, Convolution2D kernelSize=3x3; 7×7",
        "Convolution2D kernelSize=3x3 dilation=2x2, Convolution2D kernelSize=3x3 dilation=4x4; 13×13",
        "Pooling2D, Convolution2D kernelSize=5x3, Pooling2D; 12×8",
        "Convolution2D kernelSize=3x3, UpSampling2D, Convolution2D kernelSize=3x3; 4×4",
        "Convolution2D kernelSize=3x3, TransposedConvolution2D kernelSize=4x4; 4×4",
        "DepthwiseConvolution2D stride=2x2, Activation, BatchNormalization, SeparableConvolution2D; 7×7"})
    void whatAFeatureSeesIsCounted(String layers, String expected) {
        NetworkBuilder builder = new NetworkBuilder("n").add("in", Networks.input("100x200x3"));
        int count = 0;
        for (String text : layers.split(", ")) {
            String[] parts = text.strip().split(" ", 2);
            builder.add("l" + count++, Layers.of(parts[0], parts.length == 1 ? "" : parts[1]));
        }
        Network network = builder.add("pool", FACTORY.createGlobalPooling())
                .add("out", FACTORY.createOutput(), out -> out.setLoss(Loss.MEAN_SQUARED_ERROR)).build();
        Problem problem = Analyses.problem(network, VIEW);
        assertThat(problem.severity()).isEqualTo(Severity.ADVICE);
        assertThat(problem.message())
                .startsWith("Global pooling 'pool' gets features that each see " + expected + " of the 100×200 pixels");
    }

    /**
     * The receptive fields that Araujo et al., Distill 2019, list for their models: AlexNet v2 195, VGG-16 212,
     * MobileNet v1 315 pixels.
     */
    @ParameterizedTest
    @CsvSource({
        "195, c11/4 p3/2 c5 p3/2 c3 c3 c3 p3/2",
        "212, c3 c3 p2/2 c3 c3 p2/2 c3 c3 c3 p2/2 c3 c3 c3 p2/2 c3 c3 c3 p2/2",
        "315, c3/2 d3 d3/2 d3 d3/2 d3 d3/2 d3 d3 d3 d3 d3 d3/2 d3"})
    void knownNetworksSeeWhatWasPublished(int pixels, String layers) {
        NetworkBuilder builder = new NetworkBuilder("n").add("in", Networks.input("2000x2000x3"));
        int count = 0;
        for (String layer : layers.split(" ")) {
            String[] sizes = layer.substring(1).split("/");
            String stride = sizes.length == 1 ? "1" : sizes[1];
            builder.add("l" + count++, switch (layer.charAt(0)) {
                case 'p' -> Layers.of("Pooling2D", "poolSize=" + sizes[0] + " stride=" + stride);
                case 'd' -> Layers.of("DepthwiseConvolution2D",
                        "padding=same kernelSize=" + sizes[0] + " stride=" + stride);
                default -> Layers.of("Convolution2D", "padding=same kernelSize=" + sizes[0] + " stride=" + stride);
            });
        }
        Network network = builder.add("pool", FACTORY.createGlobalPooling())
                .add("out", FACTORY.createOutput(), out -> out.setLoss(Loss.MEAN_SQUARED_ERROR)).build();
        assertThat(Analyses.problem(network, VIEW).message()).contains("see " + pixels + "×" + pixels + " of the");
    }

    @Test
    void theWidestOfSeveralPathsCounts() {
        Network network = new NetworkBuilder("n").add("in", Networks.input("64x64x3"))
                .addBehind("near", Layers.of("Convolution2D", "padding=same"), "in")
                .addBehind("far", Layers.of("Convolution2D", "kernelSize=33x33 padding=same"), "in")
                .addBehind("sum", FACTORY.createAdd(), "near", "far").add("pool", FACTORY.createGlobalPooling())
                .add("out", FACTORY.createOutput(), out -> out.setLoss(Loss.MEAN_SQUARED_ERROR)).build();
        assertThat(Analyses.of(network).problems()).isEmpty();
    }

    @Test
    void moreConvolutionsAndPoolingsAreOfferedUntilHalfIsSeen() {
        Network network = Networks.referenceCnn();
        Problem problem = Analyses.problem(network, VIEW);
        assertThat(problem.fixes().get(0).label())
                .isEqualTo("Insert 3 convolutions, each with a pooling, before Flatten 'flatten'");
        problem.fixes().get(0).apply();
        assertThat(Analyses.problems(network, VIEW)).isEmpty();
        assertThat(Analyses.faults(network)).isEmpty();
        assertThat(Analyses.shape(network, "flatten")).isEqualTo("4608");
    }

    @Test
    void aVolumeIsCountedInVoxels() {
        Network network = new NetworkBuilder("n").add("in", Networks.input("64x64x64x1"))
                .add("conv", Layers.of("Convolution3D", "padding=same")).add("pool", FACTORY.createGlobalPooling())
                .add("out", FACTORY.createOutput(), out -> out.setLoss(Loss.MEAN_SQUARED_ERROR)).build();
        Problem problem = Analyses.problem(network, VIEW);
        assertThat(problem.message()).contains("3×3×3 of the 64×64×64 voxels");
        problem.fixes().get(0).apply();
        assertThat(Analyses.of(network).problems()).isEmpty();
    }

    @Test
    void attentionAndSmallImagesNeedNoAdvice() {
        Network small = new NetworkBuilder("n").add("in", Networks.input("28x28x1")).add("conv", Networks.convolution(8))
                .add("pool", FACTORY.createGlobalPooling())
                .add("out", FACTORY.createOutput(), out -> out.setLoss(Loss.MEAN_SQUARED_ERROR)).build();
        assertThat(Analyses.of(small).problems()).isEmpty();
        Network patches = new NetworkBuilder("n").add("in", Networks.input("64x64x3"))
                .add("patches", Layers.of("Convolution2D", "kernelSize=8x8 stride=8x8"))
                .add("row", Layers.of("Reshape", "shape=64x32")).add("attend", FACTORY.createSelfAttention())
                .add("pool", FACTORY.createGlobalPooling())
                .add("out", FACTORY.createOutput(), out -> out.setLoss(Loss.MEAN_SQUARED_ERROR)).build();
        assertThat(Analyses.of(patches).problems()).isEmpty();
    }

    @Test
    void aDeepChainWithoutNormalisationGetsOne() {
        Network network = chain(10, "");
        Problem problem = Analyses.problem(network, NORMALISATION);
        assertThat(problem.severity()).isEqualTo(Severity.ADVICE);
        assertThat(problem.message()).isEqualTo("From Convolution 2D 'conv0' to Dense 'fc' 11 layers with weights follow"
                + " one another without normalisation; put a Batch normalisation behind them.");
        problem.fixes().get(0).apply();
        assertThat(Analyses.problems(network, NORMALISATION)).isEmpty();
        assertThat(Analyses.faults(network)).isEmpty();
        assertThat(Inputs.of(Networks.layer(network, "conv1")).get(0)).isInstanceOf(BatchNormalization.class);
        assertThat(Inputs.of(Networks.layer(network, "out")).get(0)).isSameAs(Networks.layer(network, "fc"));
    }

    @Test
    void shortChainsAndThoseThatNormaliseThemselvesAreLeftAlone() {
        assertThat(Analyses.problems(chain(8, ""), NORMALISATION)).isEmpty();
        assertThat(Analyses.problems(chain(40, "activation=selu"), NORMALISATION)).isEmpty();
        Network network = chain(40, "");
        Analyses.problem(network, NORMALISATION).fixes().get(0).apply();
        assertThat(Analyses.problems(network, NORMALISATION)).isEmpty();
    }

    /** A layer that is drawn once inside a repeated block is mended once. */
    @Test
    void whatIsDrawnInABlockIsMendedThere() {
        Block block = FACTORY.createBlock();
        block.setRepeat(12);
        Network network = new NetworkBuilder("n").add("in", Networks.input("128x128x4")).add("block", block)
                .add("pool", FACTORY.createGlobalPooling()).add("fc", Networks.dense(1, ActivationFunction.SIGMOID))
                .add("out", FACTORY.createOutput()).build();
        Wiring inside = new Wiring(block);
        Layer conv = inside.add(NetworkPackage.Literals.CONVOLUTION2_D);
        ((Convolution2D) conv).setPadding(Padding.SAME);
        inside.connect(inside.add(NetworkPackage.Literals.BLOCK_INPUT), conv);
        inside.connect(conv, inside.add(NetworkPackage.Literals.BLOCK_OUTPUT));

        assertThat(Analyses.faults(network)).isEmpty();
        Problem problem = Analyses.problem(network, NORMALISATION);
        assertThat(problem.message()).contains("13 layers with weights");
        problem.fixes().get(0).apply();
        assertThat(Analyses.problems(network, NORMALISATION)).isEmpty();
        assertThat(block.getLayers()).filteredOn(BatchNormalization.class::isInstance).hasSize(1);
        Analyses.problem(network, VIEW).fixes().get(0).apply();
        assertThat(Analyses.problems(network, VIEW)).isEmpty();
        assertThat(Analyses.faults(network)).isEmpty();
    }

    @Test
    void repeatedAxesAreMentionedWhereTheyMayBeASlip() {
        Problem problem = Analyses.problem(merge(FACTORY.createAdd()), "network.repeated-axis");
        assertThat(problem.message()).isEqualTo("Add 'sum' gets 8×8×4 from 'a' and 1×1×4 from 'b'; axes of size 1 are"
                + " repeated, make sure that this is meant.");
        assertThat(problem.subject()).isEqualTo("sum");
        assertThat(Analyses.problems(merge(FACTORY.createMultiply()), "network.repeated-axis")).isEmpty();
    }

    private static Network merge(Layer sum) {
        return new NetworkBuilder("n").addBehind("a", Networks.input("8x8x4")).addBehind("b", Networks.input("1x1x4"))
                .addBehind("sum", sum, "a", "b").build();
    }

    private static Network chain(int convolutions, String settings) {
        NetworkBuilder builder = new NetworkBuilder("n").add("in", Networks.input("16x16x3"));
        for (int i = 0; i < convolutions; i++) {
            builder.add("conv" + i, Layers.of("Convolution2D", ("filters=4 padding=same " + settings).strip()));
        }
        return builder.add("pool", FACTORY.createGlobalPooling())
                .add("fc", Networks.dense(1, ActivationFunction.SIGMOID)).add("out", FACTORY.createOutput()).build();
    }
}
