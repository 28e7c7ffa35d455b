// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.dl4j.layer;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.vesalius.network.ActivationFunction;
import org.vesalius.network.Interpolation;
import org.vesalius.network.NetworkFactory;
import org.vesalius.network.Padding;
import org.vesalius.network.PoolingKind;
import org.vesalius.network.shape.AxisOrder;
import org.vesalius.network.shape.Shape;
import org.vesalius.network.shape.Size2D;
import org.vesalius.network.shape.Size3D;

/** Layers with the settings under which they are checked: shapes are small and unequal, so that no two axes are alike. */
final class LayerCases {

    private static final NetworkFactory LAYERS = NetworkFactory.eINSTANCE;
    private static final String IMAGE = "7x6x2";
    private static final String VOLUME = "5x4x3x2";
    private static final String SEQUENCE = "7x3";

    private LayerCases() {
    }

    /** Those whose result in use and in training is the same, and that have expected values. */
    static Stream<LayerCase> deterministic() {
        return Stream.of(windows(), transposed(), activations(), arranging(), combining(), normalising(),
                SequenceCases.all())
                .flatMap(List::stream);
    }

    /** Those that are random in training. */
    static Stream<LayerCase> random() {
        return Stream.of(LayerCase.of("spatial-dropout", LAYERS.createSpatialDropout(), l -> l.setRate(0.4), IMAGE),
                LayerCase.of("spatial-dropout-sequence", LAYERS.createSpatialDropout(), l -> l.setRate(0.3), SEQUENCE),
                LayerCase.of("gaussian-dropout", LAYERS.createGaussianDropout(), l -> l.setRate(0.4), IMAGE),
                LayerCase.of("alpha-dropout", LAYERS.createAlphaDropout(), l -> l.setRate(0.4), SEQUENCE),
                LayerCase.of("gaussian-noise", LAYERS.createGaussianNoise(), l -> l.setDeviation(0.7), IMAGE),
                LayerCase.of("dropout", LAYERS.createDropout(), l -> l.setRate(0.4), VOLUME),
                SequenceCases.attentionWithDropout());
    }

    /** Batch normalisation, whose result in training depends on the batch. */
    static Stream<LayerCase> batchNormalising() {
        List<LayerCase> cases = new ArrayList<>();
        for (boolean scale : new boolean[] {true, false}) {
            for (boolean center : new boolean[] {true, false}) {
                for (String shape : new String[] {"5", SEQUENCE, IMAGE, VOLUME}) {
                    cases.add(LayerCase.of("batch-normalization " + scale + " " + center + " " + shape,
                            LAYERS.createBatchNormalization(), l -> {
                                l.setScale(scale);
                                l.setCenter(center);
                            }, shape));
                }
            }
        }
        return cases.stream();
    }

    private static List<LayerCase> windows() {
        List<LayerCase> cases = new ArrayList<>();
        for (Padding padding : new Padding[] {Padding.VALID, Padding.SAME}) {
            for (String how : new String[] {"1 1", "2 1", "1 2", "4 1"}) {
                String name = "-" + padding.getLiteral() + "-" + how.replace(' ', '-');
                int stride = how.charAt(0) - '0';
                int dilation = how.charAt(2) - '0';
                cases.add(convolution3D("convolution-3d" + name, padding, stride, dilation));
                cases.add(depthwise("depthwise" + name, padding, stride, dilation));
                cases.add(separable("separable" + name, padding, stride, dilation));
                cases.add(convolution2D("convolution-2d" + name, padding, stride, dilation));
                if (dilation == 1) {
                    cases.add(pooling3D("max-pooling-3d" + name, PoolingKind.MAX, padding, stride));
                    cases.add(pooling2D("max-pooling-2d" + name, PoolingKind.MAX, padding, stride));
                    cases.add(pooling2D("average-pooling-2d" + name, PoolingKind.AVERAGE, padding, stride));
                    cases.add(pooling3D("average-pooling-3d" + name, PoolingKind.AVERAGE, padding, stride));
                }
            }
        }
        for (String how : new String[] {"1 1", "2 1", "1 2"}) {
            cases.add(causal("convolution-1d-causal-" + how.replace(' ', '-'), how.charAt(0) - '0',
                    how.charAt(2) - '0'));
        }
        for (PoolingKind kind : PoolingKind.values()) {
            cases.add(LayerCase.of("global-" + kind.getLiteral() + "-volume", LAYERS.createGlobalPooling(),
                    l -> l.setKind(kind), VOLUME));
            cases.add(LayerCase.of("global-" + kind.getLiteral() + "-keep", LAYERS.createGlobalPooling(), l -> {
                l.setKind(kind);
                l.setKeepAxes(true);
            }, IMAGE));
        }
        return cases;
    }

    private static LayerCase convolution3D(String name, Padding padding, int stride, int dilation) {
        return LayerCase.of(name, LAYERS.createConvolution3D(), l -> {
            l.setFilters(3);
            l.setKernelSize(new Size3D(3, 2, 2));
            l.setStride(new Size3D(stride, Math.min(stride, 2), 1));
            l.setDilation(new Size3D(1, dilation, 1));
            l.setPadding(padding);
        }, VOLUME);
    }

    private static LayerCase convolution2D(String name, Padding padding, int stride, int dilation) {
        return LayerCase.of(name, LAYERS.createConvolution2D(), l -> {
            l.setFilters(3);
            l.setKernelSize(new Size2D(3, 2));
            l.setStride(new Size2D(stride, Math.min(stride, 2)));
            l.setDilation(new Size2D(1, dilation));
            l.setPadding(padding);
            l.setActivation(ActivationFunction.SWISH);
        }, IMAGE);
    }

    private static LayerCase depthwise(String name, Padding padding, int stride, int dilation) {
        return LayerCase.of(name, LAYERS.createDepthwiseConvolution2D(), l -> {
            l.setKernelSize(new Size2D(3, 2));
            l.setStride(new Size2D(stride, Math.min(stride, 2)));
            l.setDilation(new Size2D(1, dilation));
            l.setDepthMultiplier(3);
            l.setPadding(padding);
        }, IMAGE);
    }

    private static LayerCase separable(String name, Padding padding, int stride, int dilation) {
        return LayerCase.of(name, LAYERS.createSeparableConvolution2D(), l -> {
            l.setFilters(3);
            l.setKernelSize(new Size2D(3, 2));
            l.setStride(new Size2D(stride, Math.min(stride, 2)));
            l.setDilation(new Size2D(1, dilation));
            l.setDepthMultiplier(2);
            l.setPadding(padding);
        }, IMAGE);
    }

    private static LayerCase pooling3D(String name, PoolingKind kind, Padding padding, int stride) {
        return LayerCase.of(name, LAYERS.createPooling3D(), l -> {
            l.setKind(kind);
            l.setPoolSize(new Size3D(3, 2, 2));
            l.setStride(new Size3D(stride, Math.min(stride, 2), 1));
            l.setPadding(padding);
        }, VOLUME);
    }

    private static LayerCase pooling2D(String name, PoolingKind kind, Padding padding, int stride) {
        return LayerCase.of(name, LAYERS.createPooling2D(), l -> {
            l.setKind(kind);
            l.setPoolSize(new Size2D(3, 2));
            l.setStride(new Size2D(stride, Math.min(stride, 2)));
            l.setPadding(padding);
        }, IMAGE);
    }

    private static LayerCase causal(String name, int stride, int dilation) {
        return LayerCase.of(name, LAYERS.createConvolution1D(), l -> {
            l.setFilters(4);
            l.setKernelSize(3);
            l.setStride(stride);
            l.setDilation(dilation);
            l.setPadding(Padding.CAUSAL);
            l.setActivation(ActivationFunction.SIGMOID);
        }, SEQUENCE);
    }

    private static List<LayerCase> transposed() {
        List<LayerCase> cases = new ArrayList<>();
        for (Padding padding : new Padding[] {Padding.VALID, Padding.SAME}) {
            for (String how : new String[] {"2 2", "3 2", "3 1", "2 3", "4 2", "1 4"}) {
                String name = "-" + padding.getLiteral() + "-" + how.replace(' ', '-');
                int kernel = how.charAt(0) - '0';
                int stride = how.charAt(2) - '0';
                cases.add(LayerCase.of("transposed-1d" + name, LAYERS.createTransposedConvolution1D(), l -> {
                    l.setFilters(2);
                    l.setKernelSize(kernel);
                    l.setStride(stride);
                    l.setPadding(padding);
                }, "5x3"));
                cases.add(LayerCase.of("transposed-2d" + name, LAYERS.createTransposedConvolution2D(), l -> {
                    l.setFilters(3);
                    l.setKernelSize(new Size2D(kernel, 3));
                    l.setStride(new Size2D(stride, 2));
                    l.setPadding(padding);
                }, "4x3x2"));
                cases.add(LayerCase.of("transposed-3d" + name, LAYERS.createTransposedConvolution3D(), l -> {
                    l.setFilters(3);
                    l.setKernelSize(new Size3D(kernel, 3, 2));
                    l.setStride(new Size3D(stride, 2, 2));
                    l.setPadding(padding);
                }, "3x2x2x2"));
            }
        }
        return cases;
    }

    private static List<LayerCase> activations() {
        List<LayerCase> cases = new ArrayList<>();
        for (ActivationFunction function : ActivationFunction.values()) {
            cases.add(LayerCase.of("activation-" + function.getLiteral(), LAYERS.createActivation(),
                    l -> l.setFunction(function), VOLUME));
        }
        cases.add(LayerCase.of("leaky-relu", LAYERS.createLeakyReLU(), l -> l.setSlope(0.2), IMAGE));
        cases.add(LayerCase.of("elu", LAYERS.createELU(), l -> l.setAlpha(0.5), IMAGE));
        cases.add(LayerCase.of("prelu-shared", LAYERS.createPReLU(), l -> l.setShared(true), IMAGE));
        cases.add(LayerCase.of("prelu", LAYERS.createPReLU(), l -> l.setShared(false), SEQUENCE));
        return cases;
    }

    private static List<LayerCase> arranging() {
        List<LayerCase> cases = new ArrayList<>(List.of(
                LayerCase.of("reshape", LAYERS.createReshape(), l -> l.setShape(Shape.valueOf("3x4x7")), IMAGE),
                LayerCase.of("permute", LAYERS.createPermute(), l -> l.setOrder(AxisOrder.valueOf("3,1,2")), IMAGE),
                LayerCase.of("permute-sequence", LAYERS.createPermute(), l -> l.setOrder(AxisOrder.valueOf("2,1")),
                        SEQUENCE),
                LayerCase.of("repeat-vector", LAYERS.createRepeatVector(), l -> l.setTimes(3), "5"),
                LayerCase.of("rescaling", LAYERS.createRescaling(), l -> {
                    l.setScale(0.25);
                    l.setOffset(-1.5);
                }, IMAGE), LayerCase.of("up-sampling-1d", LAYERS.createUpSampling1D(), l -> l.setFactor(3), SEQUENCE),
                LayerCase.of("up-sampling-2d", LAYERS.createUpSampling2D(), l -> l.setFactor(new Size2D(2, 3)), IMAGE),
                LayerCase.of("up-sampling-3d", LAYERS.createUpSampling3D(), l -> l.setFactor(new Size3D(2, 1, 3)),
                        VOLUME)));
        for (Size2D factor : new Size2D[] {new Size2D(2, 3), new Size2D(4, 1)}) {
            cases.add(LayerCase.of("bilinear-" + factor.height(), LAYERS.createUpSampling2D(), l -> {
                l.setFactor(factor);
                l.setInterpolation(Interpolation.BILINEAR);
            }, IMAGE));
        }
        cases.addAll(borders());
        return cases;
    }

    private static List<LayerCase> borders() {
        return List.of(LayerCase.of("zero-padding-1d", LAYERS.createZeroPadding1D(), l -> {
            l.setStart(1);
            l.setEnd(2);
        }, SEQUENCE), LayerCase.of("zero-padding-2d", LAYERS.createZeroPadding2D(), l -> {
            l.setTop(1);
            l.setBottom(2);
            l.setLeft(3);
        }, IMAGE), LayerCase.of("zero-padding-3d", LAYERS.createZeroPadding3D(), l -> {
            l.setFront(1);
            l.setBack(2);
            l.setTop(1);
            l.setRight(2);
        }, VOLUME), LayerCase.of("cropping-1d", LAYERS.createCropping1D(), l -> {
            l.setStart(2);
            l.setEnd(1);
        }, SEQUENCE), LayerCase.of("cropping-2d", LAYERS.createCropping2D(), l -> {
            l.setTop(1);
            l.setBottom(2);
            l.setRight(3);
        }, IMAGE), LayerCase.of("cropping-3d", LAYERS.createCropping3D(), l -> {
            l.setFront(1);
            l.setBack(2);
            l.setBottom(1);
            l.setLeft(2);
        }, VOLUME));
    }

    private static List<LayerCase> combining() {
        return List.of(new LayerCase("add", LAYERS.createAdd(), IMAGE, IMAGE, IMAGE),
                new LayerCase("add-repeated", LAYERS.createAdd(), IMAGE, "1x6x1"),
                new LayerCase("subtract", LAYERS.createSubtract(), SEQUENCE, SEQUENCE),
                new LayerCase("multiply", LAYERS.createMultiply(), IMAGE, IMAGE, IMAGE),
                new LayerCase("multiply-repeated", LAYERS.createMultiply(), IMAGE, "1x1x2"),
                new LayerCase("multiply-first-repeated", LAYERS.createMultiply(), "7x1x2", IMAGE),
                new LayerCase("average", LAYERS.createAverage(), SEQUENCE, SEQUENCE, SEQUENCE),
                new LayerCase("maximum", LAYERS.createMaximum(), IMAGE, IMAGE, IMAGE),
                new LayerCase("maximum-repeated", LAYERS.createMaximum(), "7x1x2", IMAGE),
                new LayerCase("minimum", LAYERS.createMinimum(), SEQUENCE, SEQUENCE),
                new LayerCase("concatenate", LAYERS.createConcatenate(), VOLUME, "5x4x3x1"),
                new LayerCase("dot", LAYERS.createDot(), "5", "5"),
                new LayerCase("dot-sequences", LAYERS.createDot(), "4x3", "6x3"),
                LayerCase.of("dot-cosine", LAYERS.createDot(), l -> l.setNormalize(true), "4x3", "6x3"),
                LayerCase.of("dot-cosine-vectors", LAYERS.createDot(), l -> l.setNormalize(true), "5", "5"));
    }

    private static List<LayerCase> normalising() {
        List<LayerCase> cases = new ArrayList<>();
        for (boolean scale : new boolean[] {true, false}) {
            for (boolean center : new boolean[] {true, false}) {
                cases.add(LayerCase.of("layer-normalization-" + scale + "-" + center,
                        LAYERS.createLayerNormalization(), l -> {
                            l.setScale(scale);
                            l.setCenter(center);
                        }, scale ? IMAGE : "5"));
            }
        }
        for (int groups : new int[] {1, 2, -1}) {
            cases.add(LayerCase.of("group-normalization" + groups, LAYERS.createGroupNormalization(),
                    l -> l.setGroups(groups), groups == 2 ? "3x2x4" : SEQUENCE));
        }
        cases.add(LayerCase.of("group-normalization-bare", LAYERS.createGroupNormalization(), l -> {
            l.setGroups(3);
            l.setScale(false);
            l.setCenter(false);
        }, "6"));
        cases.add(LayerCase.of("normalization", LAYERS.createNormalization(), l -> {
            l.setMean("0.5 -1.5");
            l.setVariance("0.25 4");
        }, IMAGE));
        return cases;
    }
}
