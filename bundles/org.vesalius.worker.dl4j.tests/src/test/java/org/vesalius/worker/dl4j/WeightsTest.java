// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.dl4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.vesalius.core.ReportedException;
import org.vesalius.experiment.ExperimentFactory;
import org.vesalius.network.Bidirectional;
import org.vesalius.network.Layer;
import org.vesalius.network.Network;
import org.vesalius.network.NetworkFactory;
import org.vesalius.network.Recurrent;
import org.vesalius.network.TimeDistributed;
import org.vesalius.network.graph.NetworkBuilder;
import org.vesalius.network.layer.standard.StandardLayers;
import org.vesalius.network.shape.Shape;
import org.vesalius.network.weights.NetworkWeights;
import org.vesalius.network.weights.WeightSpec;
import org.vesalius.network.weights.WeightTensor;
import org.vesalius.worker.spi.Batch;
import org.vesalius.worker.spi.Tensor;
import org.vesalius.worker.spi.TrainableNetwork;

/** Weights leave a network and enter another one of the same structure, which then predicts the same. */
class WeightsTest {

    private static final NetworkFactory LAYERS = NetworkFactory.eINSTANCE;
    private static final int SAMPLES = 3;

    @TestFactory
    Stream<DynamicTest> whatIsTakenOutAndPutInPredictsTheSame() {
        return networks().map(network -> DynamicTest.dynamicTest(network.getName(), () -> roundTrip(network)));
    }

    @TestFactory
    Stream<DynamicTest> namesAndShapesAreThoseOfTheBehaviour() {
        return networks().map(network -> DynamicTest.dynamicTest(network.getName(), () -> {
            Layer layer = network.getLayers().get(1);
            List<Shape> inputs = List.of(shapeOf(network));
            Map<String, List<Integer>> expected = new HashMap<>();
            StandardLayers.catalog().behavior(layer).orElseThrow().weights(layer, inputs)
                    .forEach((WeightSpec spec) -> expected.put(spec.name(), spec.shape()));
            Map<String, List<Integer>> actual = new HashMap<>();
            try (TrainableNetwork built = build(network, 1)) {
                built.weights().layer(layer.getId()).forEach((name, tensor) -> actual.put(name, tensor.shape()));
            }
            assertThat(actual).isEqualTo(expected);
        }));
    }

    @Test
    void layersThatAreNotMentionedKeepTheirs() {
        try (TrainableNetwork network = build(Samples.network(), 1)) {
            NetworkWeights before = network.weights();
            network.setWeights(NetworkWeights.builder()
                    .put("decision", "kernel", new WeightTensor(List.of(8, 1), new float[8]))
                    .put("decision", "bias", WeightTensor.of(new float[] {0.5f}, 1)).build());
            assertThat(network.weights().get("decision", "bias").orElseThrow().values()).containsExactly(0.5f);
            assertThat(network.weights().layer("conv")).isEqualTo(before.layer("conv"));
        }
    }

    @Test
    void anotherShapeIsRefusedAndChangesNothing() {
        refuses(NetworkWeights.builder().put("fc", "kernel", new WeightTensor(List.of(100, 9), new float[900]))
                .put("fc", "bias", new WeightTensor(List.of(8), new float[8])).build(), "'fc'", "[100, 9]", "[100, 8]");
    }

    @Test
    void missingAndUnknownWeightsAreRefused() {
        refuses(NetworkWeights.builder().put("fc", "kernel", new WeightTensor(List.of(100, 8), new float[800])).build(),
                "'fc'", "[kernel]", "[bias, kernel]");
        refuses(NetworkWeights.builder().put("head", "bias", WeightTensor.of(new float[1], 1)).build(), "'head'");
    }

    private static void refuses(NetworkWeights weights, String... parts) {
        try (TrainableNetwork network = build(Samples.network(), 1)) {
            NetworkWeights before = network.weights();
            assertThatThrownBy(() -> network.setWeights(weights)).isInstanceOf(ReportedException.class)
                    .hasMessageContainingAll(parts);
            assertThat(network.weights()).isEqualTo(before);
        }
    }

    private static Stream<Network> networks() {
        return Stream.of(
                network("dense", Shape.vector(4), LAYERS.createDense()),
                network("conv 1D", Shape.sequence(7, 2), LAYERS.createConvolution1D()),
                network("conv 2D", Shape.image(6, 5, 2), LAYERS.createConvolution2D()),
                network("batch normalisation", Shape.image(3, 3, 2), LAYERS.createBatchNormalization()),
                network("embedding", Shape.vector(4), LAYERS.createEmbedding()),
                network("simple RNN", Shape.sequence(4, 3), LAYERS.createSimpleRNN()),
                network("LSTM", Shape.sequence(4, 3), LAYERS.createLSTM()),
                network("bidirectional LSTM", Shape.sequence(4, 3), bidirectional(LAYERS.createLSTM())),
                network("dense at every step", Shape.sequence(4, 3), timeDistributed(LAYERS.createDense())));
    }

    private static void roundTrip(Network network) {
        Batch batch = batch(shapeOf(network));
        NetworkWeights weights;
        Tensor expected;
        try (TrainableNetwork first = build(network, 1)) {
            first.setWeights(moved(first.weights()));
            weights = first.weights();
            expected = first.predict(batch).get("out");
        }
        try (TrainableNetwork second = build(network, 2)) {
            assertThat(second.predict(batch).get("out")).isNotEqualTo(expected);
            second.setWeights(weights);
            assertThat(second.predict(batch).get("out")).isEqualTo(expected);
            assertThat(second.weights()).isEqualTo(weights);
        }
    }

    /** All numbers different, so that none can be taken for another. */
    private static NetworkWeights moved(NetworkWeights weights) {
        Random random = new Random(5);
        NetworkWeights.Builder builder = NetworkWeights.builder();
        weights.layerIds().forEach(id -> weights.layer(id).forEach((name, tensor) -> {
            float[] values = new float[tensor.values().length];
            for (int i = 0; i < values.length; i++) {
                values[i] = 0.1f + random.nextFloat();
            }
            builder.put(id, name, new WeightTensor(tensor.shape(), values));
        }));
        return builder.build();
    }

    private static Network network(String name, Shape input, Layer layer) {
        NetworkBuilder builder = new NetworkBuilder(name)
                .add("in", LAYERS.createInput(), in -> in.setShape(input)).add("layer", layer);
        return builder.add("out", LAYERS.createOutput()).build();
    }

    private static Bidirectional bidirectional(Recurrent inner) {
        Bidirectional both = LAYERS.createBidirectional();
        inner.setUnits(3);
        both.setLayer(inner);
        return both;
    }

    private static TimeDistributed timeDistributed(Layer inner) {
        TimeDistributed each = LAYERS.createTimeDistributed();
        each.setLayer(inner);
        return each;
    }

    private static Shape shapeOf(Network network) {
        return ((org.vesalius.network.Input) network.getLayers().get(0)).getShape();
    }

    private static Batch batch(Shape shape) {
        int size = Math.toIntExact(shape.elements().orElseThrow());
        int[] sizes = new int[shape.rank() + 1];
        sizes[0] = SAMPLES;
        for (int i = 1; i < sizes.length; i++) {
            sizes[i] = shape.size(i - 1);
        }
        float[] values = new float[SAMPLES * size];
        for (int i = 0; i < values.length; i++) {
            values[i] = i % 7;
        }
        return Batch.toPredict(Map.of("in", new Tensor(sizes, values)), SAMPLES);
    }

    private static TrainableNetwork build(Network network, long seed) {
        return Samples.build(network, ExperimentFactory.eINSTANCE.createSgd(), seed);
    }
}
