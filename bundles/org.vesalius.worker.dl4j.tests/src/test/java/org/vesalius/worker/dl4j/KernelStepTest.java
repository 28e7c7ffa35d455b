// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.dl4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import java.util.stream.Stream;

import org.eclipse.emf.ecore.util.EcoreUtil;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.vesalius.experiment.ExperimentFactory;
import org.vesalius.network.Constraint;
import org.vesalius.network.Initializer;
import org.vesalius.network.Loss;
import org.vesalius.network.Network;
import org.vesalius.network.NetworkFactory;
import org.vesalius.network.Weighted;
import org.vesalius.network.graph.NetworkBuilder;
import org.vesalius.network.shape.Shape;
import org.vesalius.network.shape.Size2D;
import org.vesalius.network.weights.NetworkWeights;
import org.vesalius.network.weights.WeightTensor;
import org.vesalius.worker.spi.Batch;
import org.vesalius.worker.spi.Tensor;
import org.vesalius.worker.spi.TrainableNetwork;

/** What the settings of a layer ask of its kernels, seen from outside: start values, penalties, constraints. */
class KernelStepTest {

    private static final NetworkFactory LAYERS = NetworkFactory.eINSTANCE;
    private static final double RATE = 0.1;
    private static final double L1 = 0.02;
    private static final double L2 = 0.3;

    /** A layer, the shape of its input, one of its kernels, and how many axes at the end tell neurons apart. */
    private record Case(Weighted layer, String shape, String kernel, int neuronAxes) {
        @Override
        public String toString() {
            return layer.eClass().getName() + " " + kernel;
        }
    }

    @TestFactory
    Stream<DynamicTest> aStepAtInputsOfZeroFollowsThePenaltyAlone() {
        return cases().map(layer -> DynamicTest.dynamicTest(layer.toString(), () -> {
            layer.layer().setL1(L1);
            layer.layer().setL2(L2);
            try (TrainableNetwork network = build(layer)) {
                float[] before = values(network.weights(), layer.kernel());
                step(network, layer, 0);
                float[] after = values(network.weights(), layer.kernel());
                for (int i = 0; i < before.length; i++) {
                    double expected = before[i] - RATE * (2 * L2 * before[i] + L1 * Math.signum(before[i]));
                    assertThat((double) after[i]).isCloseTo(expected, within(1e-6));
                }
            }
        }));
    }

    @Test
    void theLossThatIsToldIsThatOfTheDataAlone() {
        Case plain = cases().findFirst().orElseThrow();
        Case penalised = cases().findFirst().orElseThrow();
        penalised.layer().setL2(L2);
        try (TrainableNetwork one = build(plain); TrainableNetwork other = build(penalised)) {
            assertThat(step(other, penalised, 1)).isEqualTo(step(one, plain, 1));
        }
    }

    @Test
    void theKernelBetweenStatesIsLeftAlone() {
        Case gru = new Case(LAYERS.createGRU(), "4x3", "recurrent_kernel", 1);
        Case penalised = new Case(EcoreUtil.copy(gru.layer()), "4x3", "recurrent_kernel", 1);
        penalised.layer().setL2(L2);
        try (TrainableNetwork one = build(gru); TrainableNetwork other = build(penalised)) {
            step(one, gru, 1);
            step(other, penalised, 1);
            assertThat(values(other.weights(), "recurrent_kernel"))
                    .isEqualTo(values(one.weights(), "recurrent_kernel"));
            assertThat(values(other.weights(), "kernel")).isNotEqualTo(values(one.weights(), "kernel"));
        }
    }

    @TestFactory
    Stream<DynamicTest> normsAreKeptAfterAStep() {
        return Stream.of(Constraint.MAX_NORM, Constraint.UNIT_NORM).flatMap(constraint -> cases()
                .map(layer -> DynamicTest.dynamicTest(constraint.getLiteral() + ", " + layer, () -> {
                    layer.layer().setConstraint(constraint);
                    layer.layer().setConstraintLimit(0.01);
                    double norm = constraint == Constraint.UNIT_NORM ? 1 : 0.01;
                    try (TrainableNetwork network = build(layer)) {
                        step(network, layer, 1);
                        WeightTensor kernel = network.weights().get("layer", layer.kernel()).orElseThrow();
                        for (double found : norms(kernel, layer)) {
                            assertThat(found).isCloseTo(norm, within(1e-5));
                        }
                    }
                })));
    }

    @TestFactory
    Stream<DynamicTest> noWeightFallsBelowZero() {
        return cases().map(layer -> DynamicTest.dynamicTest(layer.toString(), () -> {
            layer.layer().setConstraint(Constraint.NON_NEGATIVE);
            try (TrainableNetwork network = build(layer)) {
                step(network, layer, 1);
                for (float value : values(network.weights(), layer.kernel())) {
                    assertThat(value).isNotNegative();
                }
            }
        }));
    }

    @TestFactory
    Stream<DynamicTest> kernelsStartAsTheirSettingsSay() {
        return cases().map(layer -> DynamicTest.dynamicTest(layer.toString(), () -> {
            layer.layer().setInitializer(Initializer.ONES);
            try (TrainableNetwork network = build(layer)) {
                assertThat(values(network.weights(), layer.kernel())).containsOnly(1);
            }
        }));
    }

    @Test
    void filtersStartOrthonormalWhateverTheEngineKeepsFirst() {
        var conv = LAYERS.createConvolution2D();
        conv.setFilters(4);
        conv.setInitializer(Initializer.ORTHOGONAL);
        try (TrainableNetwork network = build(new Case(conv, "5x5x2", "kernel", 1))) {
            float[] kernel = values(network.weights(), "kernel");
            for (int a = 0; a < 4; a++) {
                for (int b = 0; b < 4; b++) {
                    double product = 0;
                    for (int i = 0; i < kernel.length / 4; i++) {
                        product += kernel[i * 4 + a] * kernel[i * 4 + b];
                    }
                    assertThat(product).isCloseTo(a == b ? 1 : 0, within(1e-6));
                }
            }
        }
    }

    private static Stream<Case> cases() {
        var depthwise = LAYERS.createDepthwiseConvolution2D();
        depthwise.setDepthMultiplier(2);
        var transposed = LAYERS.createTransposedConvolution2D();
        transposed.setFilters(3);
        transposed.setKernelSize(Size2D.square(2));
        var attention = LAYERS.createSelfAttention();
        attention.setHeads(2);
        attention.setKeyDimension(3);
        return Stream.of(new Case(LAYERS.createDense(), "5", "kernel", 1),
                new Case(LAYERS.createConvolution2D(), "5x5x2", "kernel", 1),
                new Case(depthwise, "5x5x2", "depthwise_kernel", 2),
                new Case(transposed, "3x3x2", "kernel", -1),
                new Case(LAYERS.createGRU(), "4x3", "kernel", 1),
                new Case(LAYERS.createLSTM(), "4x3", "kernel", 1),
                new Case(attention, "4x3", "query_kernel", 2));
    }

    /** Norms by neuron; -1 stands for the last axis but one. */
    private static double[] norms(WeightTensor kernel, Case layer) {
        int rank = kernel.rank();
        int inner = layer.neuronAxes() < 0 ? kernel.shape().get(rank - 1) : 1;
        int neurons = layer.neuronAxes() < 0 ? kernel.shape().get(rank - 2)
                : kernel.shape().subList(rank - layer.neuronAxes(), rank).stream().reduce(1, Math::multiplyExact);
        double[] norms = new double[neurons];
        for (int i = 0; i < kernel.values().length; i++) {
            norms[i / inner % neurons] += kernel.values()[i] * kernel.values()[i];
        }
        for (int i = 0; i < neurons; i++) {
            norms[i] = Math.sqrt(norms[i]);
        }
        return norms;
    }

    private static float[] values(NetworkWeights weights, String kernel) {
        return weights.get("layer", kernel).orElseThrow().values();
    }

    private static double step(TrainableNetwork network, Case layer, float value) {
        network.beginEpoch(1, RATE);
        return network.fit(batch(Shape.valueOf(layer.shape()), value)).loss();
    }

    private static Batch batch(Shape shape, float value) {
        int[] sizes = new int[shape.rank() + 1];
        sizes[0] = 2;
        for (int i = 1; i < sizes.length; i++) {
            sizes[i] = shape.size(i - 1);
        }
        float[] values = new float[Math.toIntExact(2 * shape.elements().orElseThrow())];
        for (int i = 0; i < values.length; i++) {
            values[i] = value * (i % 5 - 1);
        }
        return Batch.weighted(Map.of("in", new Tensor(sizes, values)),
                Map.of("out", new Tensor(new int[] {2, 1}, new float[] {0, 1})), new float[] {1, 1});
    }

    private static TrainableNetwork build(Case layer) {
        Network network = new NetworkBuilder("rules")
                .add("in", LAYERS.createInput(), in -> in.setShape(Shape.valueOf(layer.shape())))
                .add("layer", EcoreUtil.copy(layer.layer())).add("flat", LAYERS.createFlatten())
                .add("last", LAYERS.createDense(), last -> last.setUnits(1))
                .add("out", LAYERS.createOutput(), out -> out.setLoss(Loss.MEAN_SQUARED_ERROR)).build();
        return Samples.build(network, ExperimentFactory.eINSTANCE.createSgd(), 1);
    }
}
