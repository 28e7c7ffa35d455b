// SPDX-License-Identifier: EPL-2.0
package org.vesalius.network.exchange.onnx;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.vesalius.network.*;
import org.vesalius.network.graph.NetworkBuilder;
import org.vesalius.network.shape.AxisOrder;
import org.vesalius.network.shape.Shape;
import org.vesalius.network.shape.Size2D;
import org.vesalius.network.shape.Size3D;

/** Small networks, one for each layer type and each setting that is written differently. */
public final class LayerCases {
    private static final NetworkFactory MAKE = NetworkFactory.eINSTANCE;
    private static final Shape ROW = Shape.vector(6);
    private static final Shape SEQUENCE = Shape.sequence(7, 5);
    private static final Shape IMAGE = Shape.image(8, 7, 3);
    private static final Shape VOLUME = Shape.valueOf("depth:5 height:6 width:4 channels:2");

    private final List<Network> cases = new ArrayList<>();

    private LayerCases() {
        convolutions();
        transposedConvolutions();
        poolings();
        bordersAndAxes();
        functions();
        normalizations();
        recurrents();
        attentions();
        merges();
    }

    /** All of them; their names say what they are. */
    public static List<Network> all() {
        return List.copyOf(new LayerCases().cases);
    }

    private void convolutions() {
        for (Padding padding : List.of(Padding.VALID, Padding.SAME)) {
            add("conv2d " + padding, IMAGE, MAKE.createConvolution2D(), l -> {
                l.setKernelSize(new Size2D(3, 2));
                l.setStride(new Size2D(2, 3));
                l.setPadding(padding);
                l.setFilters(4);
                l.setActivation(ActivationFunction.RELU);
            });
            add("conv2d dilated " + padding, IMAGE, MAKE.createConvolution2D(), l -> {
                l.setDilation(new Size2D(2, 2));
                l.setPadding(padding);
                l.setFilters(2);
                l.setUseBias(false);
            });
            add("conv1d " + padding, SEQUENCE, MAKE.createConvolution1D(), l -> {
                l.setStride(2);
                l.setPadding(padding);
                l.setFilters(3);
            });
            add("conv3d " + padding, VOLUME, MAKE.createConvolution3D(), l -> {
                l.setKernelSize(new Size3D(3, 2, 2));
                l.setPadding(padding);
                l.setFilters(3);
            });
            add("depthwise " + padding, IMAGE, MAKE.createDepthwiseConvolution2D(), l -> {
                l.setDepthMultiplier(2);
                l.setPadding(padding);
                l.setStride(new Size2D(2, 2));
            });
            add("separable " + padding, IMAGE, MAKE.createSeparableConvolution2D(), l -> {
                l.setDepthMultiplier(2);
                l.setPadding(padding);
                l.setFilters(5);
                l.setActivation(ActivationFunction.TANH);
            });
        }
        add("conv1d causal", SEQUENCE, MAKE.createConvolution1D(), l -> {
            l.setDilation(2);
            l.setPadding(Padding.CAUSAL);
            l.setFilters(3);
        });
    }

    private void transposedConvolutions() {
        for (Padding padding : List.of(Padding.VALID, Padding.SAME)) {
            add("transposed 1d " + padding, SEQUENCE, MAKE.createTransposedConvolution1D(), l -> {
                l.setKernelSize(3);
                l.setPadding(padding);
                l.setFilters(4);
            });
            add("transposed 2d " + padding, IMAGE, MAKE.createTransposedConvolution2D(), l -> {
                l.setKernelSize(new Size2D(3, 4));
                l.setPadding(padding);
                l.setFilters(4);
            });
            add("transposed 3d " + padding, VOLUME, MAKE.createTransposedConvolution3D(), l -> {
                l.setPadding(padding);
                l.setFilters(2);
            });
        }
    }

    private void poolings() {
        for (PoolingKind kind : PoolingKind.VALUES) {
            for (Padding padding : List.of(Padding.VALID, Padding.SAME)) {
                String name = kind + " " + padding;
                add("pool1d " + name, SEQUENCE, MAKE.createPooling1D(), l -> {
                    l.setKind(kind);
                    l.setPadding(padding);
                });
                add("pool2d " + name, IMAGE, MAKE.createPooling2D(), l -> {
                    l.setKind(kind);
                    l.setPadding(padding);
                    l.setPoolSize(new Size2D(3, 3));
                    l.setStride(new Size2D(2, 2));
                });
                add("pool3d " + name, VOLUME, MAKE.createPooling3D(), l -> {
                    l.setKind(kind);
                    l.setPadding(padding);
                });
            }
            for (Shape shape : List.of(SEQUENCE, IMAGE, VOLUME)) {
                add("global " + kind + shape.rank(), shape, MAKE.createGlobalPooling(), l -> l.setKind(kind));
            }
            add("global kept " + kind, IMAGE, MAKE.createGlobalPooling(), l -> {
                l.setKind(kind);
                l.setKeepAxes(true);
            });
        }
    }

    private void bordersAndAxes() {
        add("pad1d", SEQUENCE, MAKE.createZeroPadding1D(), l -> l.setStart(2));
        add("pad2d", IMAGE, MAKE.createZeroPadding2D(), l -> {
            l.setTop(1);
            l.setRight(3);
        });
        add("pad3d", VOLUME, MAKE.createZeroPadding3D(), l -> {
            l.setFront(1);
            l.setBottom(2);
        });
        add("crop1d", SEQUENCE, MAKE.createCropping1D(), l -> l.setEnd(3));
        add("crop2d", IMAGE, MAKE.createCropping2D(), l -> {
            l.setTop(2);
            l.setLeft(1);
            l.setRight(1);
        });
        add("crop3d", VOLUME, MAKE.createCropping3D(), l -> {
            l.setBack(1);
            l.setTop(1);
        });
        add("up1d", SEQUENCE, MAKE.createUpSampling1D(), l -> l.setFactor(3));
        for (Interpolation interpolation : Interpolation.VALUES) {
            add("up2d " + interpolation, IMAGE, MAKE.createUpSampling2D(), l -> {
                l.setFactor(new Size2D(2, 3));
                l.setInterpolation(interpolation);
            });
        }
        add("up3d", VOLUME, MAKE.createUpSampling3D(), l -> l.setFactor(new Size3D(1, 2, 2)));
        add("flatten", IMAGE, MAKE.createFlatten());
        add("reshape", IMAGE, MAKE.createReshape(), l -> l.setShape(Shape.valueOf("24x7")));
        add("permute", IMAGE, MAKE.createPermute(), l -> l.setOrder(AxisOrder.valueOf("3,1,2")));
        add("repeat", ROW, MAKE.createRepeatVector(), l -> l.setTimes(3));
    }

    private void functions() {
        add("dense", ROW, MAKE.createDense(), l -> {
            l.setUnits(4);
            l.setActivation(ActivationFunction.SOFTMAX);
        });
        add("dense without bias", ROW, MAKE.createDense(), l -> {
            l.setUnits(4);
            l.setUseBias(false);
        });
        for (ActivationFunction function : ActivationFunction.VALUES) {
            add("function " + function, SEQUENCE, MAKE.createActivation(), l -> l.setFunction(function));
        }
        add("leaky relu", IMAGE, MAKE.createLeakyReLU(), l -> l.setSlope(0.2));
        add("elu", ROW, MAKE.createELU(), l -> l.setAlpha(0.7));
        add("prelu shared", IMAGE, MAKE.createPReLU());
        add("prelu", IMAGE, MAKE.createPReLU(), l -> l.setShared(false));
        add("dropout", ROW, MAKE.createDropout());
        add("spatial dropout", IMAGE, MAKE.createSpatialDropout());
        add("gaussian dropout", ROW, MAKE.createGaussianDropout());
        add("alpha dropout", ROW, MAKE.createAlphaDropout());
        add("noise", ROW, MAKE.createGaussianNoise());
        chain("softmax of channels", IMAGE, List.of(conv(3), activation(ActivationFunction.SOFTMAX)));
        chain("prelu behind conv", IMAGE, List.of(conv(3), MAKE.createPReLU()));
    }

    private void normalizations() {
        for (Shape shape : List.of(ROW, SEQUENCE, IMAGE)) {
            add("batch norm" + shape.rank(), shape, MAKE.createBatchNormalization());
            add("layer norm" + shape.rank(), shape, MAKE.createLayerNormalization());
            add("normalization" + shape.rank(), shape, MAKE.createNormalization());
        }
        for (Shape shape : List.of(ROW, SEQUENCE, IMAGE, VOLUME)) {
            add("instance norm" + shape.rank(), shape, MAKE.createGroupNormalization(), l -> l.setGroups(-1));
        }
        add("group norm", ROW, MAKE.createGroupNormalization(), l -> l.setGroups(2));
        chain("group norm behind conv", IMAGE, List.of(conv(6), grouped(2, true, true)));
        chain("group norm without shift", IMAGE, List.of(conv(6), grouped(3, true, false)));
        chain("group norm without scale", IMAGE, List.of(conv(6), grouped(3, false, true)));
        chain("group norm bare", IMAGE, List.of(conv(6), grouped(1, false, false)));
        add("batch norm bare", IMAGE, MAKE.createBatchNormalization(), l -> {
            l.setScale(false);
            l.setCenter(false);
        });
        add("rescaling", IMAGE, MAKE.createRescaling(), l -> {
            l.setScale(0.5);
            l.setOffset(-1);
        });
        chain("conv, norm, pool, flatten, dense", IMAGE, List.of(conv(4), MAKE.createBatchNormalization(),
                activation(ActivationFunction.RELU), MAKE.createPooling2D(), MAKE.createFlatten(), dense(3)));
    }

    private static GroupNormalization grouped(int groups, boolean scale, boolean center) {
        GroupNormalization norm = MAKE.createGroupNormalization();
        norm.setGroups(groups);
        norm.setScale(scale);
        norm.setCenter(center);
        return norm;
    }

    private void recurrents() {
        for (boolean sequences : new boolean[] {false, true}) {
            for (boolean backwards : new boolean[] {false, true}) {
                String name = (sequences ? " sequences" : "") + (backwards ? " backwards" : "");
                for (Recurrent layer : cells()) {
                    layer.setReturnSequences(sequences);
                    layer.setGoBackwards(backwards);
                    add(layer.eClass().getName() + name, SEQUENCE, layer);
                }
            }
            for (MergeMode merge : MergeMode.VALUES) {
                for (Recurrent layer : cells()) {
                    layer.setReturnSequences(sequences);
                    add("bi " + layer.eClass().getName() + " " + merge + sequences, SEQUENCE,
                            MAKE.createBidirectional(), l -> {
                                l.setLayer(layer);
                                l.setMerge(merge);
                            });
                }
            }
        }
        GRU before = MAKE.createGRU();
        before.setUnits(4);
        before.setResetAfter(false);
        add("GRU reset before", SEQUENCE, before);
        LSTM hard = MAKE.createLSTM();
        hard.setUnits(4);
        hard.setUseBias(false);
        hard.setRecurrentActivation(ActivationFunction.HARD_SIGMOID);
        add("LSTM hard without bias", SEQUENCE, hard);
        specialFunctionsInBothDirections();
        add("last step", SEQUENCE, MAKE.createLastTimeStep());
        add("time distributed dense", SEQUENCE, MAKE.createTimeDistributed(), l -> l.setLayer(dense(3)));
        add("time distributed conv", Shape.valueOf("4x8x7x3"), MAKE.createTimeDistributed(),
                l -> l.setLayer(conv(2)));
        add("embedding", Shape.vector(6), MAKE.createEmbedding(), l -> {
            l.setVocabularySize(3);
            l.setDimension(4);
        });
        LSTM first = MAKE.createLSTM();
        first.setUnits(4);
        first.setReturnSequences(true);
        LSTM second = MAKE.createLSTM();
        second.setUnits(3);
        chain("two LSTMs", SEQUENCE, List.of(first, MAKE.createDropout(), second, dense(2)));
    }

    /** Functions with constants beside those without: the constants of both directions have to find theirs. */
    private void specialFunctionsInBothDirections() {
        LSTM lstm = MAKE.createLSTM();
        lstm.setRecurrentActivation(ActivationFunction.HARD_SIGMOID);
        lstm.setActivation(ActivationFunction.ELU);
        GRU gru = MAKE.createGRU();
        gru.setRecurrentActivation(ActivationFunction.HARD_SIGMOID);
        GRU linear = MAKE.createGRU();
        linear.setActivation(ActivationFunction.LINEAR);
        for (Recurrent layer : List.of(lstm, gru, linear)) {
            layer.setUnits(4);
            layer.setReturnSequences(true);
            add("bi " + layer.eClass().getName() + " with " + layer.getActivation() + " and its gates", SEQUENCE,
                    MAKE.createBidirectional(), l -> l.setLayer(layer));
        }
    }

    private static List<Recurrent> cells() {
        List<Recurrent> cells = List.of(MAKE.createSimpleRNN(), MAKE.createLSTM(), MAKE.createGRU());
        cells.forEach(cell -> cell.setUnits(4));
        return cells;
    }

    private void attentions() {
        add("self attention", SEQUENCE, MAKE.createSelfAttention(), l -> {
            l.setHeads(2);
            l.setKeyDimension(3);
        });
        add("self attention without bias", SEQUENCE, MAKE.createSelfAttention(), l -> {
            l.setHeads(2);
            l.setKeyDimension(3);
            l.setUseBias(false);
        });
        add("positions", SEQUENCE, MAKE.createPositionalEncoding());
        add("learned positions", SEQUENCE, MAKE.createPositionalEncoding(), l -> {
            l.setKind(PositionKind.LEARNED);
            l.setMaxLength(9);
        });
        MultiHeadAttention attention = MAKE.createMultiHeadAttention();
        attention.setHeads(2);
        attention.setKeyDimension(3);
        NetworkBuilder builder = new NetworkBuilder("multi head attention")
                .add("input", MAKE.createInput(), l -> l.setShape(SEQUENCE))
                .add("pool", MAKE.createPooling1D())
                .addBehind("attention", attention, "input", "pool");
        cases.add(builder.add("result", MAKE.createOutput()).build());
    }

    private void merges() {
        for (Layer merge : List.of(MAKE.createAdd(), MAKE.createSubtract(), MAKE.createMultiply(),
                MAKE.createAverage(), MAKE.createMaximum(), MAKE.createMinimum(), MAKE.createConcatenate())) {
            cases.add(new NetworkBuilder(merge.eClass().getName()).add("input", MAKE.createInput(),
                    l -> l.setShape(IMAGE)).addBehind("left", conv(3), "input")
                    .addBehind("right", activation(ActivationFunction.TANH), "input")
                    .addBehind("crop", MAKE.createCropping2D(), "right")
                    .addBehind("merge", merge, "left", "crop").add("result", MAKE.createOutput()).build());
        }
        for (Shape shape : List.of(ROW, SEQUENCE)) {
            for (boolean normalize : new boolean[] {false, true}) {
                Dot dot = MAKE.createDot();
                dot.setNormalize(normalize);
                cases.add(new NetworkBuilder("dot" + shape.rank() + normalize)
                        .add("input", MAKE.createInput(), l -> l.setShape(shape))
                        .addBehind("other", activation(ActivationFunction.TANH), "input")
                        .addBehind("dot", dot, "input", "other").add("result", MAKE.createOutput()).build());
            }
        }
        cases.add(squeezeAndExcitation());
    }

    private static Network squeezeAndExcitation() {
        GlobalPooling squeeze = MAKE.createGlobalPooling();
        squeeze.setKeepAxes(true);
        return new NetworkBuilder("squeeze and excitation")
                .add("input", MAKE.createInput(), l -> l.setShape(IMAGE)).add("conv", conv(4))
                .addBehind("squeeze", squeeze, "conv").add("weights", conv1x1())
                .addBehind("scaled", MAKE.createMultiply(), "conv", "weights")
                .add("result", MAKE.createOutput()).build();
    }

    private static Convolution2D conv1x1() {
        Convolution2D conv = conv(4);
        conv.setKernelSize(new Size2D(1, 1));
        conv.setActivation(ActivationFunction.SIGMOID);
        return conv;
    }

    private static Convolution2D conv(int filters) {
        Convolution2D conv = MAKE.createConvolution2D();
        conv.setFilters(filters);
        conv.setPadding(Padding.SAME);
        return conv;
    }

    private static Dense dense(int units) {
        Dense dense = MAKE.createDense();
        dense.setUnits(units);
        return dense;
    }

    private static Activation activation(ActivationFunction function) {
        Activation activation = MAKE.createActivation();
        activation.setFunction(function);
        return activation;
    }

    private <L extends Layer> void add(String name, Shape shape, L layer, Consumer<L> setUp) {
        setUp.accept(layer);
        add(name, shape, layer);
    }

    private void add(String name, Shape shape, Layer layer) {
        chain(name, shape, Arrays.asList(layer));
    }

    private void chain(String name, Shape shape, List<? extends Layer> layers) {
        NetworkBuilder builder = new NetworkBuilder(name).add("input", MAKE.createInput(), l -> l.setShape(shape));
        for (int i = 0; i < layers.size(); i++) {
            builder.add(layers.get(i).eClass().getName() + i, layers.get(i));
        }
        cases.add(builder.add("result", MAKE.createOutput(), o -> o.setLoss(Loss.MEAN_SQUARED_ERROR)).build());
    }
}
