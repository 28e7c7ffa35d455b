// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.layer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vesalius.network.ActivationFunction;
import org.vesalius.network.Analyses;
import org.vesalius.network.Bidirectional;
import org.vesalius.network.Layer;
import org.vesalius.network.MergeMode;
import org.vesalius.network.Network;
import org.vesalius.network.NetworkFactory;
import org.vesalius.network.Networks;
import org.vesalius.network.Padding;
import org.vesalius.network.TimeDistributed;
import org.vesalius.network.graph.NetworkBuilder;
import org.vesalius.network.shape.Shape;
import org.vesalius.network.shape.Size2D;

/** Shapes against the worked examples of the Keras reference and of TensorFlow's VALID and SAME. */
class LayerShapesTest {
    private static final NetworkFactory FACTORY = NetworkFactory.eINSTANCE;

    /** Rows 1 to 3: the examples of keras.layers.Conv2D on 28×28×3; the others worked out by hand. */
    @ParameterizedTest
    @CsvSource({
        "28x28x3, 3x3, 1x1, 1x1, VALID, 26×26×2",
        "28x28x3, 3x3, 1x1, 2x2, VALID, 24×24×2",
        "28x28x3, 3x3, 1x1, 1x1, SAME,  28×28×2",
        "224x224x3, 7x7, 2x2, 1x1, SAME, 112×112×2",
        "224x224x3, 11x11, 4x4, 1x1, VALID, 54×54×2",
        "5x6x1, 3x2, 2x3, 1x1, VALID, 2×2×2",
        "5x6x1, 3x2, 2x4, 1x1, SAME, 3×2×2",
        "3x3x1, 3x3, 1x1, 1x1, VALID, 1×1×2",
        "?x28x3, 3x3, 1x1, 1x1, VALID, ?×26×2",
        "1x1x1, 5x5, 3x3, 1x1, SAME, 1×1×2"})
    void convolution2D(String input, String kernel, String stride, String dilation, Padding padding, String expected) {
        assertThat(shape(input, FACTORY.createConvolution2D(), conv -> {
            conv.setFilters(2);
            conv.setKernelSize(Size2D.valueOf(kernel));
            conv.setStride(Size2D.valueOf(stride));
            conv.setDilation(Size2D.valueOf(dilation));
            conv.setPadding(padding);
        })).isEqualTo(expected);
    }

    /** Row 1: the example of keras.layers.Conv1D on 10×128. */
    @ParameterizedTest
    @CsvSource({
        "10x128, 3, 1, 1, VALID, 8×32",
        "10x128, 3, 1, 1, SAME, 10×32",
        "10x128, 3, 2, 1, VALID, 4×32",
        "10x128, 3, 1, 4, VALID, 2×32",
        "?x128, 3, 2, 1, SAME, ?×32"})
    void convolution1D(String input, int kernel, int stride, int dilation, Padding padding, String expected) {
        assertThat(shape(input, FACTORY.createConvolution1D(), conv -> {
            conv.setKernelSize(kernel);
            conv.setStride(stride);
            conv.setDilation(dilation);
            conv.setPadding(padding);
        })).isEqualTo(expected);
    }

    /** Rows 1 to 3: the examples of keras.layers.MaxPooling2D; the last ones leave the stride to the pool size. */
    @ParameterizedTest
    @CsvSource(nullValues = "-", value = {
        "3x3x1, 2x2, 1x1, VALID, 2×2×1",
        "3x4x1, 2x2, 2x2, VALID, 1×2×1",
        "3x3x1, 2x2, 1x1, SAME, 3×3×1",
        "61x61x64, 2x2, -, VALID, 30×30×64",
        "61x61x64, 2x2, -, SAME, 31×31×64",
        "9x8x1, 3x2, -, VALID, 3×4×1"})
    void pooling2D(String input, String size, String stride, Padding padding, String expected) {
        assertThat(shape(input, FACTORY.createPooling2D(), pool -> {
            pool.setPoolSize(Size2D.valueOf(size));
            pool.setStride(stride == null ? null : Size2D.valueOf(stride));
            pool.setPadding(padding);
        })).isEqualTo(expected);
    }

    /** Rows 1 to 3: the examples of keras.layers.MaxPooling1D on 5 steps. */
    @ParameterizedTest
    @CsvSource({
        "5x1, 2, 1, VALID, 4×1",
        "5x1, 2, 2, VALID, 2×1",
        "5x1, 2, 1, SAME, 5×1",
        "100x32, 2, 0, VALID, 50×32",
        "101x32, 4, 0, SAME, 26×32"})
    void pooling1D(String input, int size, int stride, Padding padding, String expected) {
        assertThat(shape(input, FACTORY.createPooling1D(), pool -> {
            pool.setPoolSize(size);
            pool.setStride(stride);
            pool.setPadding(padding);
        })).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"30x30x64, 57600", "100x32, 3200", "30, 30", "?x32, ?"})
    void flatten(String input, String expected) {
        assertThat(shape(input, FACTORY.createFlatten(), layer -> {})).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"30x30x64, 64", "?x?x64, 64", "100x32, 32"})
    void globalPooling(String input, String expected) {
        assertThat(shape(input, FACTORY.createGlobalPooling(), layer -> {})).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"false, 128", "true, 100×128"})
    void recurrent(boolean sequences, String expected) {
        assertThat(shape("100x32", FACTORY.createLSTM(), lstm -> lstm.setReturnSequences(sequences)))
                .isEqualTo(expected);
        assertThat(shape("100x32", FACTORY.createSimpleRNN(), rnn -> rnn.setReturnSequences(sequences)))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"CONCATENATE, 256", "ADD, 128", "MULTIPLY, 128", "AVERAGE, 128"})
    void bidirectional(MergeMode merge, String expected) {
        Bidirectional both = FACTORY.createBidirectional();
        both.setLayer(FACTORY.createLSTM());
        assertThat(shape("100x32", both, layer -> layer.setMerge(merge))).isEqualTo(expected);
    }

    /** keras.layers.TimeDistributed: Conv2D(64, 3×3) on 10 frames of 128×128×3 gives 10×126×126×64. */
    @Test
    void timeDistributed() {
        TimeDistributed steps = FACTORY.createTimeDistributed();
        steps.setLayer(Networks.convolution(64));
        assertThat(shape("10x128x128x3", steps, layer -> {})).isEqualTo("10×126×126×64");
        TimeDistributed dense = FACTORY.createTimeDistributed();
        dense.setLayer(Networks.dense(5, ActivationFunction.SOFTMAX));
        assertThat(shape("100x32", dense, layer -> {})).isEqualTo("100×5");
    }

    @Test
    void embeddingTurnsARowIntoASequence() {
        Network network = Networks.single(Shape.vector(100), FACTORY.createEmbedding());
        assertThat(Analyses.of(network).shapeOf(Networks.layer(network, "layer"))).contains(Shape.sequence(100, 64));
    }

    @Test
    void layersThatKeepTheShape() {
        for (Layer layer : new Layer[] {FACTORY.createActivation(), FACTORY.createDropout(),
            FACTORY.createBatchNormalization()}) {
            assertThat(shape("30x30x64", layer, l -> {})).isEqualTo("30×30×64");
        }
    }

    @ParameterizedTest
    @CsvSource({"30x30x64, 30x30x32, 30×30×96", "?x30x64, 30x30x32, 30×30×96", "30x?, 30x32, 30×?", "64, 12, 76"})
    void concatenate(String one, String other, String expected) {
        assertThat(Analyses.shape(merge(one, other, FACTORY.createConcatenate()), "merge")).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"30x30x64, 30x30x64, 30×30×64", "?x30x64, 30x?x64, 30×30×64", "12, 12, 12"})
    void add(String one, String other, String expected) {
        assertThat(Analyses.shape(merge(one, other, FACTORY.createAdd()), "merge")).isEqualTo(expected);
    }

    /** Without a bias a Dense has units·inputs weights, a convolution filters·kernel·channels. */
    @Test
    void layersWithoutBiasHaveFewerParameters() {
        var dense = Networks.dense(10, ActivationFunction.LINEAR);
        dense.setUseBias(false);
        var conv = Networks.convolution(32);
        conv.setUseBias(false);
        assertThat(parameters(Networks.single(Shape.vector(20), dense))).isEqualTo(200);
        assertThat(parameters(Networks.single(Shape.image(9, 9, 3), conv))).isEqualTo(864);
    }

    /** 32·(3·128 + 1) = 12,320, as Keras counts it. */
    @Test
    void parametersOfConvolution1D() {
        assertThat(parameters(Networks.single(Shape.sequence(10, 128), FACTORY.createConvolution1D())))
                .isEqualTo(12_320);
    }

    private static Network merge(String one, String other, Layer merge) {
        return new NetworkBuilder("merge")
                .addBehind("a", Networks.input(one))
                .addBehind("b", Networks.input(other))
                .addBehind("merge", merge, "a", "b")
                .build();
    }

    private static <L extends Layer> String shape(String input, L layer, Consumer<L> setUp) {
        setUp.accept(layer);
        return Analyses.shape(Networks.single(Shape.valueOf(input), layer), "layer");
    }

    private static long parameters(Network network) {
        return Analyses.of(network).parameters(Networks.layer(network, "layer")).total();
    }
}
