// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.dl4j.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.Stream;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.vesalius.experiment.ExperimentFactory;
import org.vesalius.experiment.Optimizer;
import org.vesalius.network.Constraint;
import org.vesalius.network.Dense;
import org.vesalius.network.Initializer;
import org.vesalius.network.Loss;
import org.vesalius.network.NetworkFactory;
import org.vesalius.network.Weighted;
import org.vesalius.network.graph.NetworkBuilder;
import org.vesalius.network.layer.standard.StandardLayers;
import org.vesalius.network.shape.Shape;
import org.vesalius.network.shape.Size2D;
import org.vesalius.network.weights.WeightTensor;
import org.vesalius.worker.dl4j.graph.BuiltGraph.OutputPort;
import org.vesalius.worker.dl4j.layer.StandardTranslators;

/** How kernels start and what keeps them in bounds. Inputs are 0, so that the data moves no kernel. */
class KernelSettingsTest {

    private static final NetworkFactory LAYERS = NetworkFactory.eINSTANCE;
    private static final double RATE = 0.1;

    @Test
    void penaltiesPullTheWeightsAsInKeras() {
        Dense dense = dense(2);
        dense.setL1(0.5);
        dense.setL2(0.25);
        // w - rate·(l1·sign w + 2·l2·w)
        assertThat(after(dense, "3", ExperimentFactory.eINSTANCE.createSgd(), 1, -2, 0.5f, 3, -1, 2))
                .containsExactly(new float[] {0.9f, -1.85f, 0.425f, 2.8f, -0.9f, 1.85f}, within(1e-6f));
    }

    @Test
    void penaltiesAndDecoupledDecayWorkTogether() {
        Dense dense = dense(1);
        dense.setL2(0.25);
        var adamW = ExperimentFactory.eINSTANCE.createAdamW();
        adamW.setWeightDecay(0.5);
        // Decay takes away rate·decay·w; Adam makes a first step of the rate out of any penalty.
        assertThat(after(dense, "1", adamW, 2)).containsExactly(new float[] {2 - 0.1f - 0.1f}, within(1e-4f));
    }

    @Test
    void noWeightStaysNegative() {
        Dense dense = dense(2);
        dense.setConstraint(Constraint.NON_NEGATIVE);
        assertThat(after(dense, "2", ExperimentFactory.eINSTANCE.createSgd(), 1, -2, 3, -4)).containsExactly(1, 0, 3, 0);
    }

    @Test
    void normsAreThoseOfTheWeightsThatLeadToANeuron() {
        Dense dense = dense(2);
        dense.setConstraint(Constraint.MAX_NORM);
        dense.setConstraintLimit(1);
        // Columns (3, 4) and (0.3, 0.4): the first is too long, the second is not.
        assertThat(after(dense, "2", ExperimentFactory.eINSTANCE.createSgd(), 3, 0.3f, 4, 0.4f))
                .containsExactly(new float[] {0.6f, 0.3f, 0.8f, 0.4f}, within(1e-6f));
    }

    /** Of each kernel with numbers 1, 2, 3, …: places and inputs outside, neurons inside. */
    @TestFactory
    Stream<DynamicTest> everyNeuronGetsNormOne() {
        return Stream.of(new NormCase("2D", convolution(), "4x4x2", 12, 3, 1),
                new NormCase("1D", convolution1D(), "5x2", 4, 3, 1),
                new NormCase("depthwise", depthwise(), "4x4x2", 6, 6, 1),
                new NormCase("transposed", transposed(), "4x4x2", 6, 3, 2))
                .map(example -> DynamicTest.dynamicTest(example.name(), example::check));
    }

    @TestFactory
    Stream<DynamicTest> firstValuesHaveTheVarianceOfKeras() {
        long[] shape = {3, 3, 40, 60};
        return Stream.of(new StartCase(Initializer.GLOROT_UNIFORM, 2.0 / 900),
                new StartCase(Initializer.GLOROT_NORMAL, 2.0 / 900), new StartCase(Initializer.HE_UNIFORM, 2.0 / 360),
                new StartCase(Initializer.HE_NORMAL, 2.0 / 360), new StartCase(Initializer.LECUN_UNIFORM, 1.0 / 360),
                new StartCase(Initializer.LECUN_NORMAL, 1.0 / 360),
                new StartCase(Initializer.RANDOM_UNIFORM, 0.0025 / 3),
                new StartCase(Initializer.RANDOM_NORMAL, 0.0025), new StartCase(Initializer.ZEROS, 0),
                new StartCase(Initializer.ONES, 0), new StartCase(Initializer.ORTHOGONAL, 1.0 / 360))
                .map(example -> DynamicTest.dynamicTest(example.kind().getLiteral(), () -> example.check(shape)));
    }

    private static float[] after(Weighted layer, String shape, Optimizer optimizer, float... before) {
        BuiltGraph built = build(layer, shape, optimizer);
        GraphWeight kernel = built.weights().get(0);
        kernel.set(new WeightTensor(kernel.shape(), before));
        step(built);
        return kernel.values().values();
    }

    private static BuiltGraph build(Weighted layer, String shape, Optimizer optimizer) {
        var input = LAYERS.createInput();
        input.setShape(Shape.valueOf(shape));
        var output = LAYERS.createOutput();
        output.setLoss(Loss.MEAN_SQUARED_ERROR);
        BuiltGraph built = new GraphFactory(StandardLayers.catalog(), LayerTranslators.of(new StandardTranslators()), NumericPath.FAST)
                .build(new NetworkBuilder("kernel").add("in", input).add("layer", layer).add("out", output).build(),
                        optimizer, 1);
        built.rate().set(RATE);
        return built;
    }

    private static void step(BuiltGraph built) {
        long[] input = batch(built.inputs().get(0).shape());
        OutputPort output = built.outputs().get(0);
        built.graph().fit(new INDArray[] {Nd4j.zeros(DataType.FLOAT, input)},
                new INDArray[] {Nd4j.zeros(DataType.FLOAT, output.rowsPerSample(), output.columns())});
    }

    private static long[] batch(Shape shape) {
        long[] sizes = new long[shape.rank() + 1];
        Arrays.setAll(sizes, i -> i == 0 ? 1 : shape.size(i - 1));
        return sizes;
    }

    private static Dense dense(int units) {
        Dense dense = LAYERS.createDense();
        dense.setUnits(units);
        return dense;
    }

    private static Weighted convolution() {
        var layer = LAYERS.createConvolution2D();
        layer.setFilters(3);
        layer.setKernelSize(new Size2D(3, 2));
        return layer;
    }

    private static Weighted convolution1D() {
        var layer = LAYERS.createConvolution1D();
        layer.setFilters(3);
        layer.setKernelSize(2);
        return layer;
    }

    private static Weighted depthwise() {
        var layer = LAYERS.createDepthwiseConvolution2D();
        layer.setKernelSize(new Size2D(3, 2));
        layer.setDepthMultiplier(3);
        return layer;
    }

    private static Weighted transposed() {
        var layer = LAYERS.createTransposedConvolution2D();
        layer.setFilters(3);
        layer.setKernelSize(new Size2D(3, 1));
        layer.setStride(new Size2D(1, 1));
        return layer;
    }

    /**
     * A kernel whose neurons get norm 1.
     *
     * @param incoming how many weights lead to a neuron
     * @param neurons how many neurons there are
     * @param inside how many numbers stand between those of one neuron and the next
     */
    private record NormCase(String name, Weighted layer, String shape, int incoming, int neurons, int inside) {

        void check() {
            layer.setConstraint(Constraint.UNIT_NORM);
            float[] before = new float[incoming * neurons];
            for (int i = 0; i < before.length; i++) {
                before[i] = i + 1;
            }
            double[] squares = new double[neurons];
            float[] after = after(layer, shape, ExperimentFactory.eINSTANCE.createSgd(), before);
            for (int i = 0; i < after.length; i++) {
                squares[i / inside % neurons] += after[i] * after[i];
            }
            double[] ones = new double[neurons];
            Arrays.fill(ones, 1);
            assertThat(squares).containsExactly(ones, within(1e-5));
        }
    }

    /** A way to start and the variance it gives. */
    private record StartCase(Initializer kind, double variance) {

        void check(long[] shape) {
            double[] values = new KernelStart(kind, WeightLayout.same()).values(shape, new SplittableRandom(5));
            double mean = Arrays.stream(values).average().orElseThrow();
            double found = Arrays.stream(values).map(x -> (x - mean) * (x - mean)).average().orElseThrow();
            assertThat(found).isCloseTo(variance, within(0.05 * variance + 1e-12));
            assertThat(mean).isCloseTo(kind == Initializer.ONES ? 1 : 0, within(0.02));
        }
    }
}
