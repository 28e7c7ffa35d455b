// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.dl4j.layer;

import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.vesalius.network.ActivationFunction;
import org.vesalius.network.Bidirectional;
import org.vesalius.network.Loss;
import org.vesalius.network.MergeMode;
import org.vesalius.network.Network;
import org.vesalius.network.NetworkFactory;
import org.vesalius.network.Padding;
import org.vesalius.network.PoolingKind;
import org.vesalius.network.Recurrent;
import org.vesalius.network.TimeDistributed;
import org.vesalius.network.graph.NetworkBuilder;
import org.vesalius.network.shape.Shape;
import org.vesalius.network.shape.Size2D;
import org.vesalius.worker.dl4j.graph.GradientCheck;

/** The gradient of every layer type, by central differences. */
class TranslatorGradientTest {
    private static final List<Padding> PADDINGS = List.of(Padding.VALID, Padding.SAME);

    private static final NetworkFactory LAYERS = NetworkFactory.eINSTANCE;

    @TestFactory
    Stream<DynamicTest> denseWithEveryActivation() {
        return Stream.of(ActivationFunction.values()).map(function -> DynamicTest.dynamicTest(function.getLiteral(),
                () -> new GradientCheck(decided(vector(5).add("hidden", LAYERS.createDense(), dense -> {
                    dense.setUnits(4);
                    dense.setActivation(function);
                }))).run()));
    }

    @TestFactory
    Stream<DynamicTest> activationOnItsOwn() {
        return Stream.of(ActivationFunction.values()).map(function -> DynamicTest.dynamicTest(function.getLiteral(),
                () -> new GradientCheck(decided(image(4, 5, 2)
                        .add("act", LAYERS.createActivation(), layer -> layer.setFunction(function)))).run()));
    }

    @Test
    void denseWithoutBias() {
        new GradientCheck(decided(vector(5).add("hidden", LAYERS.createDense(), dense -> {
            dense.setUnits(4);
            dense.setUseBias(false);
        }))).run();
    }

    @Test
    void dropout() {
        new GradientCheck(decided(vector(8)
                .add("hidden", LAYERS.createDense(), dense -> {
                    dense.setUnits(10);
                    dense.setActivation(ActivationFunction.SIGMOID);
                })
                .add("drop", LAYERS.createDropout(), layer -> layer.setRate(0.3)))).run();
    }

    @Test
    void dropoutBehindAConvolution() {
        new GradientCheck(decided(image(6, 6, 2)
                .add("conv", LAYERS.createConvolution2D(), conv -> {
                    conv.setFilters(3);
                    conv.setActivation(ActivationFunction.TANH);
                })
                .add("drop", LAYERS.createDropout(), layer -> layer.setRate(0.4)))).run();
    }

    @TestFactory
    Stream<DynamicTest> convolution2D() {
        return PADDINGS.stream().flatMap(padding -> Stream.of("1x1", "2x1", "1x2").map(dilation -> {
            String stride = dilation.equals("1x1") ? "2x1" : "1x1";
            return DynamicTest.dynamicTest(padding + " stride " + stride + " dilation " + dilation,
                    () -> new GradientCheck(convolution(padding, stride, dilation, ActivationFunction.TANH)).run());
        }));
    }

    @Test
    void paddedConvolutionWithAStrideAboveItsWindow() {
        new GradientCheck(decided(image(10, 7, 2).add("conv", LAYERS.createConvolution2D(), conv -> {
            conv.setFilters(3);
            conv.setKernelSize(Size2D.square(2));
            conv.setStride(Size2D.square(3));
            conv.setPadding(Padding.SAME);
        }))).run();
    }

    @Test
    void paddedAlongOneAxisAndCutAlongTheOther() {
        new GradientCheck(decided(image(10, 11, 2).add("conv", LAYERS.createConvolution2D(), conv -> {
            conv.setKernelSize(new Size2D(7, 1));
            conv.setStride(Size2D.square(3));
            conv.setPadding(Padding.SAME);
        }))).run();
    }

    @Test
    void convolution2DWithSoftmaxOverChannels() {
        new GradientCheck(convolution(Padding.SAME, "1x1", "1x1", ActivationFunction.SOFTMAX)).run();
    }

    @TestFactory
    Stream<DynamicTest> convolution1D() {
        return PADDINGS.stream().flatMap(padding -> Stream.of(1, 2).map(dilation -> DynamicTest.dynamicTest(
                padding + " dilation " + dilation, () -> new GradientCheck(decided(sequence(9, 3)
                        .add("conv", LAYERS.createConvolution1D(), conv -> {
                            conv.setFilters(4);
                            conv.setKernelSize(3);
                            conv.setStride(dilation == 1 ? 2 : 1);
                            conv.setDilation(dilation);
                            conv.setPadding(padding);
                            conv.setActivation(ActivationFunction.SIGMOID);
                        }))).run())));
    }

    @TestFactory
    Stream<DynamicTest> pooling() {
        return Stream.of(PoolingKind.values()).flatMap(kind -> PADDINGS.stream().flatMap(padding -> Stream.of(
                DynamicTest.dynamicTest(kind + " 2D " + padding, () -> new GradientCheck(decided(filters(7, 6)
                        .add("pool", LAYERS.createPooling2D(), pool -> {
                            pool.setKind(kind);
                            pool.setPadding(padding);
                            pool.setPoolSize(new Size2D(3, 2));
                            pool.setStride(new Size2D(2, 1));
                        }))).run()),
                DynamicTest.dynamicTest(kind + " 1D " + padding, () -> new GradientCheck(decided(steps(7)
                        .add("pool", LAYERS.createPooling1D(), pool -> {
                            pool.setKind(kind);
                            pool.setPadding(padding);
                            pool.setPoolSize(2);
                        }))).run()))));
    }

    @TestFactory
    Stream<DynamicTest> globalPooling() {
        return Stream.of(PoolingKind.values()).flatMap(kind -> Stream.of(
                DynamicTest.dynamicTest(kind + " of an image", () -> new GradientCheck(decided(filters(5, 4)
                        .add("pool", LAYERS.createGlobalPooling(), pool -> pool.setKind(kind)))).run()),
                DynamicTest.dynamicTest(kind + " of a sequence", () -> new GradientCheck(decided(steps(6)
                        .add("pool", LAYERS.createGlobalPooling(), pool -> pool.setKind(kind)))).run())));
    }

    @Test
    void batchNormalizationOfAVector() {
        new GradientCheck(decided(vector(5).add("norm", LAYERS.createBatchNormalization()))).run();
    }

    @Test
    void batchNormalizationBetweenConvolutions() {
        new GradientCheck(decided(filters(6, 5).add("norm", LAYERS.createBatchNormalization())
                .add("conv2", LAYERS.createConvolution2D(), conv -> conv.setFilters(2)))).run();
    }

    @Test
    void embedding() {
        new GradientCheck(decided(vector(6).add("words", LAYERS.createEmbedding(), words -> {
            words.setVocabularySize(7);
            words.setDimension(4);
        }).add("pool", LAYERS.createGlobalPooling())), 7).run();
    }

    @TestFactory
    Stream<DynamicTest> recurrent() {
        return Stream.of(true, false).flatMap(all -> Stream.of(
                DynamicTest.dynamicTest("SimpleRNN, all steps " + all,
                        () -> new GradientCheck(decided(sequence(5, 3).add("rnn", units(LAYERS.createSimpleRNN(), all)))).run()),
                DynamicTest.dynamicTest("LSTM, all steps " + all,
                        () -> new GradientCheck(decided(sequence(5, 3).add("lstm", units(LAYERS.createLSTM(), all)))).run())));
    }

    @TestFactory
    Stream<DynamicTest> bidirectional() {
        return Stream.of(MergeMode.values()).flatMap(mode -> Stream.of(true, false).map(all -> DynamicTest.dynamicTest(
                mode + ", all steps " + all, () -> new GradientCheck(decided(sequence(4, 3)
                        .add("both", bidirectional(mode, units(LAYERS.createLSTM(), all))))).run())));
    }

    @Test
    void stackedRecurrentLayers() {
        new GradientCheck(decided(sequence(5, 3).add("rnn", units(LAYERS.createSimpleRNN(), true))
                .add("lstm", units(LAYERS.createLSTM(), false)))).run();
    }

    @Test
    void everyStepOfASequenceDecides() {
        TimeDistributed each = LAYERS.createTimeDistributed();
        var dense = LAYERS.createDense();
        dense.setName("inner");
        dense.setUnits(3);
        dense.setActivation(ActivationFunction.SOFTMAX);
        each.setLayer(dense);
        new GradientCheck(sequence(5, 3).add("rnn", units(LAYERS.createSimpleRNN(), true)).add("each", each)
                .add("finding", LAYERS.createOutput(), out -> out.setLoss(Loss.CATEGORICAL_CROSS_ENTROPY)).build())
                .run();
    }

    @Test
    void convolutionAtEveryStep() {
        TimeDistributed each = LAYERS.createTimeDistributed();
        var conv = LAYERS.createConvolution2D();
        conv.setName("inner");
        conv.setFilters(2);
        each.setLayer(conv);
        new GradientCheck(decided(input(Shape.valueOf("time:3 height:5 width:4 channels:2")).add("each", each))).run();
    }

    @Test
    void severalInputsAndOutputs() {
        NetworkBuilder builder = new NetworkBuilder("two of each");
        builder.addBehind("image", shaped("5x4x2")).addBehind("numbers", shaped("6"))
                .addBehind("flat", LAYERS.createFlatten(), "image")
                .addBehind("left", dense(4, ActivationFunction.TANH), "flat")
                .addBehind("right", dense(4, ActivationFunction.RELU), "numbers")
                .addBehind("sum", LAYERS.createAdd(), "left", "right")
                .addBehind("all", LAYERS.createConcatenate(), "sum", "left", "numbers")
                .addBehind("decision", dense(1, ActivationFunction.SIGMOID), "all")
                .addBehind("amount", dense(2, ActivationFunction.LINEAR), "sum");
        var finding = LAYERS.createOutput();
        var size = LAYERS.createOutput();
        size.setLoss(Loss.MEAN_SQUARED_ERROR);
        builder.addBehind("finding", finding, "decision").addBehind("size", size, "amount");
        new GradientCheck(builder.build()).run();
    }

    @Test
    void concatenateImages() {
        NetworkBuilder builder = new NetworkBuilder("branches");
        builder.addBehind("image", shaped("5x4x2"));
        for (String name : new String[] {"narrow", "wide"}) {
            var conv = LAYERS.createConvolution2D();
            conv.setFilters(name.length() - 2);
            conv.setKernelSize(Size2D.square(name.length() - 3));
            conv.setPadding(Padding.SAME);
            builder.addBehind(name, conv, "image");
        }
        builder.addBehind("both", LAYERS.createConcatenate(), "narrow", "wide");
        new GradientCheck(decided(builder)).run();
    }

    @Test
    void oneLayerReadByTwo() {
        NetworkBuilder builder = new NetworkBuilder("shared");
        builder.addBehind("image", shaped("6x6x2"));
        var conv = LAYERS.createConvolution2D();
        conv.setFilters(3);
        conv.setActivation(ActivationFunction.RELU);
        var again = LAYERS.createConvolution2D();
        again.setFilters(3);
        again.setPadding(Padding.SAME);
        builder.addBehind("conv", conv, "image").addBehind("again", again, "conv")
                .addBehind("skip", LAYERS.createAdd(), "conv", "again");
        new GradientCheck(decided(builder)).run();
    }

    private static Network convolution(Padding padding, String stride, String dilation, ActivationFunction function) {
        return decided(image(8, 7, 2).add("conv", LAYERS.createConvolution2D(), conv -> {
            conv.setFilters(3);
            conv.setKernelSize(new Size2D(3, 2));
            conv.setStride(Size2D.valueOf(stride));
            conv.setDilation(Size2D.valueOf(dilation));
            conv.setPadding(padding);
            conv.setActivation(function);
        }));
    }

    private static NetworkBuilder filters(int height, int width) {
        return image(height, width, 2).add("conv", LAYERS.createConvolution2D(), conv -> {
            conv.setFilters(3);
            conv.setPadding(Padding.SAME);
        });
    }

    private static NetworkBuilder steps(int time) {
        return sequence(time, 2).add("conv", LAYERS.createConvolution1D(), conv -> {
            conv.setFilters(3);
            conv.setPadding(Padding.SAME);
        });
    }

    private static <R extends Recurrent> R units(R layer, boolean allSteps) {
        layer.setName("inner");
        layer.setUnits(4);
        layer.setReturnSequences(allSteps);
        return layer;
    }

    private static Bidirectional bidirectional(MergeMode mode, Recurrent inner) {
        Bidirectional layer = LAYERS.createBidirectional();
        layer.setMerge(mode);
        layer.setLayer(inner);
        return layer;
    }

    private static org.vesalius.network.Dense dense(int units, ActivationFunction function) {
        var dense = LAYERS.createDense();
        dense.setUnits(units);
        dense.setActivation(function);
        return dense;
    }

    private static org.vesalius.network.Input shaped(String shape) {
        var input = LAYERS.createInput();
        input.setShape(Shape.valueOf(shape));
        return input;
    }

    private static NetworkBuilder vector(int size) {
        return input(Shape.vector(size));
    }

    private static NetworkBuilder image(int height, int width, int channels) {
        return input(Shape.image(height, width, channels));
    }

    private static NetworkBuilder sequence(int time, int features) {
        return input(Shape.sequence(time, features));
    }

    private static NetworkBuilder input(Shape shape) {
        return new NetworkBuilder("check").add("in", LAYERS.createInput(), in -> in.setShape(shape));
    }

    private static Network decided(NetworkBuilder builder) {
        return builder.add("flat", LAYERS.createFlatten()).add("decision", dense(1, ActivationFunction.SIGMOID))
                .add("finding", LAYERS.createOutput()).build();
    }
}
