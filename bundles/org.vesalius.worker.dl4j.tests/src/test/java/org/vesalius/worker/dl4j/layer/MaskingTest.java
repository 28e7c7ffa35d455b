// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.dl4j.layer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.vesalius.experiment.ExperimentFactory;
import org.vesalius.network.Bidirectional;
import org.vesalius.network.GlobalPooling;
import org.vesalius.network.Layer;
import org.vesalius.network.Loss;
import org.vesalius.network.Network;
import org.vesalius.network.NetworkFactory;
import org.vesalius.network.PoolingKind;
import org.vesalius.network.Recurrent;
import org.vesalius.network.SelfAttention;
import org.vesalius.network.graph.NetworkBuilder;
import org.vesalius.network.layer.standard.StandardLayers;
import org.vesalius.network.shape.Shape;
import org.vesalius.worker.dl4j.graph.BuiltGraph;
import org.vesalius.worker.dl4j.graph.GradientCheck;
import org.vesalius.worker.dl4j.graph.GraphFactory;
import org.vesalius.worker.dl4j.graph.LayerTranslators;
import org.vesalius.worker.dl4j.graph.NumericPath;

/** A masked step might as well not be there: a sequence with masked steps gives what the sequence without them gives. */
class MaskingTest {

    private static final NetworkFactory LAYERS = NetworkFactory.eINSTANCE;
    private static final double[][] STEPS = {{1, 2}, {-1, 0.5}, {0.3, 0}};
    private static final double[] MASKED = {7, 7};

    @TestFactory
    Stream<DynamicTest> maskedStepsAreSkipped() {
        return layers().map(layers -> DynamicTest.dynamicTest(name(layers.get()), () -> {
            double[] expected = result(layers.get(), STEPS);
            double[] actual = result(layers.get(), STEPS[0], MASKED, MASKED, STEPS[1], STEPS[2], MASKED);
            assertThat(actual).containsExactly(expected, within(1e-9));
        }));
    }

    @TestFactory
    Stream<DynamicTest> gradientsKnowNothingOfMaskedSteps() {
        return layers().map(layers -> DynamicTest.dynamicTest(name(layers.get()),
                () -> new GradientCheck(network(layers.get(), Shape.sequence(6, 1), 0), 3).run()));
    }

    /** Masked steps are zeros to a layer that knows no masks: the largest of −1 and of a masked 7 is 0. */
    @Test
    void aLayerMayPassOverTheMask() {
        GlobalPooling largest = LAYERS.createGlobalPooling();
        largest.setKind(PoolingKind.MAX);

        assertThat(result(List.of(largest), new double[][] {{-1, 2}, MASKED, {-3, 1}})).containsExactly(0, 2);
    }

    /** Each ends in a vector. */
    private static Stream<Supplier<List<Layer>>> layers() {
        return Stream.of(() -> List.of(recurrent(LAYERS.createSimpleRNN(), false)),
                () -> List.of(recurrent(LAYERS.createLSTM(), false)),
                () -> List.of(recurrent(LAYERS.createGRU(), false)),
                () -> List.of(backwards(recurrent(LAYERS.createGRU(), false))),
                () -> List.of(bidirectional(recurrent(LAYERS.createLSTM(), false))),
                () -> List.of(bidirectional(recurrent(LAYERS.createLSTM(), true)), LAYERS.createLastTimeStep()),
                () -> List.of(recurrent(LAYERS.createLSTM(), true), LAYERS.createDropout(),
                        recurrent(LAYERS.createGRU(), false)),
                () -> List.of(everyStep(), recurrent(LAYERS.createSimpleRNN(), false)),
                () -> List.of(attention(), LAYERS.createLastTimeStep()));
    }

    private static String name(List<Layer> layers) {
        return String.join(", ", layers.stream().map(layer -> layer.eClass().getName()).toList()) + layers.size();
    }

    private static double[] result(List<Layer> layers, double[]... steps) {
        Network network = network(layers, Shape.sequence(steps.length, 2), MASKED[0]);
        BuiltGraph built = new GraphFactory(StandardLayers.catalog(), LayerTranslators.of(new StandardTranslators()), NumericPath.REFERENCE)
                .build(network, ExperimentFactory.eINSTANCE.createSgd(), 1);
        INDArray sequence = Nd4j.create(DataType.DOUBLE, 1, steps.length, 2);
        for (int step = 0; step < steps.length; step++) {
            sequence.putScalar(0, step, 0, steps[step][0]);
            sequence.putScalar(0, step, 1, steps[step][1]);
        }
        return built.graph().outputSingle(sequence).dup('c').data().asDouble();
    }

    private static Network network(List<Layer> layers, Shape input, double maskValue) {
        NetworkBuilder builder = new NetworkBuilder("masked")
                .add("in", LAYERS.createInput(), in -> in.setShape(input))
                .add("masking", LAYERS.createMasking(), masking -> masking.setMaskValue(maskValue));
        for (int i = 0; i < layers.size(); i++) {
            builder.add("layer" + i, layers.get(i));
        }
        return builder.add("out", LAYERS.createOutput(), out -> out.setLoss(Loss.MEAN_SQUARED_ERROR)).build();
    }

    private static Recurrent recurrent(Recurrent layer, boolean all) {
        layer.setUnits(3);
        layer.setReturnSequences(all);
        return layer;
    }

    private static Recurrent backwards(Recurrent layer) {
        layer.setGoBackwards(true);
        return layer;
    }

    private static Bidirectional bidirectional(Recurrent inner) {
        Bidirectional both = LAYERS.createBidirectional();
        inner.setName("inner");
        both.setLayer(inner);
        return both;
    }

    private static Layer everyStep() {
        var each = LAYERS.createTimeDistributed();
        var dense = LAYERS.createDense();
        dense.setName("inner");
        dense.setUnits(4);
        each.setLayer(dense);
        return each;
    }

    private static SelfAttention attention() {
        SelfAttention attention = LAYERS.createSelfAttention();
        attention.setHeads(2);
        attention.setKeyDimension(3);
        return attention;
    }
}
