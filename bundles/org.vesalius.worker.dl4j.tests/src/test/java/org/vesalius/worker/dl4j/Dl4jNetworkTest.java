// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.dl4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vesalius.core.ReportedException;
import org.vesalius.experiment.ExperimentFactory;
import org.vesalius.experiment.Optimizer;
import org.vesalius.network.NetworkFactory;
import org.vesalius.network.graph.NetworkBuilder;
import org.vesalius.network.shape.Shape;
import org.vesalius.worker.spi.Batch;
import org.vesalius.worker.spi.StepResult;
import org.vesalius.worker.spi.Tensor;
import org.vesalius.worker.spi.TrainableNetwork;

/** What the harness relies on: determinism, exact resume, damaged files, losses and outputs of a step. */
class Dl4jNetworkTest {

    @TempDir
    Path folder;

    @Test
    void learns() {
        try (TrainableNetwork network = Samples.build(5)) {
            double first = Samples.trainEpoch(network, 1);
            double last = first;
            for (int epoch = 2; epoch <= 8; epoch++) {
                last = Samples.trainEpoch(network, epoch);
            }
            assertThat(last).isLessThan(0.25);
            Batch batch = Samples.batch(40, new Random(99));
            assertThat(accuracy(network.predict(batch).get("finding"), batch)).isGreaterThan(0.95);
        }
    }

    @Test
    void equalSeedsGiveEqualParametersToTheBit() {
        assertThat(afterEpochs(3, 7)).isEqualTo(afterEpochs(3, 7)).isNotEqualTo(afterEpochs(3, 8));
    }

    @Test
    void aResumedTrainingEndsAsAnUndisturbedOneToTheBit() throws IOException {
        for (Optimizer optimizer : new Optimizer[] {ExperimentFactory.eINSTANCE.createAdam(),
            ExperimentFactory.eINSTANCE.createAdamW(), ExperimentFactory.eINSTANCE.createNesterov(),
            ExperimentFactory.eINSTANCE.createRmsProp(), ExperimentFactory.eINSTANCE.createSgd()}) {
            Path checkpoint = Files.createDirectory(folder.resolve(optimizer.eClass().getName()));
            String undisturbed = run(optimizer, checkpoint);
            try (TrainableNetwork network = Samples.build(Samples.network(), optimizer, 99)) {
                network.load(checkpoint);
            }
            try (TrainableNetwork network = Samples.build(Samples.network(), optimizer, 7)) {
                network.load(checkpoint);
                Samples.trainEpoch(network, 3);
                Samples.trainEpoch(network, 4);
                assertThat(network.parametersSha256()).as(optimizer.eClass().getName()).isEqualTo(undisturbed);
            }
        }
    }

    private static String run(Optimizer optimizer, Path checkpoint) throws IOException {
        try (TrainableNetwork network = Samples.build(Samples.network(), optimizer, 7)) {
            Samples.trainEpoch(network, 1);
            Samples.trainEpoch(network, 2);
            network.save(checkpoint);
            Samples.trainEpoch(network, 3);
            Samples.trainEpoch(network, 4);
            return network.parametersSha256();
        }
    }

    @Test
    void predictingChangesNothing() {
        try (TrainableNetwork network = Samples.build(7)) {
            Samples.trainEpoch(network, 1);
            String before = network.parametersSha256();
            Batch batch = Samples.batch(5, new Random(1));
            Tensor first = network.predict(batch).get("finding");
            assertThat(network.predict(batch).get("finding")).isEqualTo(first);
            assertThat(first.shape()).containsExactly(5, 1);
            assertThat(network.parametersSha256()).isEqualTo(before);
        }
    }

    @Test
    void aStepTellsItsOutputsAndItsWeightedLoss() {
        try (TrainableNetwork network = linear()) {
            network.beginEpoch(1, 0);
            Batch batch = Batch.weighted(Map.of("in", new Tensor(new int[] {2, 1}, new float[] {1, 2})),
                    Map.of("out", new Tensor(new int[] {2, 1}, new float[] {0, 0})), new float[] {1, 3});
            StepResult step = network.fit(batch);
            float[] outputs = step.outputs().get("out").values();
            assertThat(outputs[1]).isEqualTo(2 * outputs[0]);
            double expected = (outputs[0] * outputs[0] + 3 * outputs[1] * outputs[1]) / 2;
            assertThat(step.loss()).isCloseTo(expected, within(1e-6));
        }
    }

    @Test
    void whatIsNotKnownIsNotLearnt() {
        try (TrainableNetwork network = linear()) {
            network.beginEpoch(1, 1);
            String before = network.parametersSha256();
            Tensor truth = new Tensor(new int[] {2, 1}, new float[] {5, 7});
            Map<String, Tensor> inputs = Map.of("in", new Tensor(new int[] {2, 1}, new float[] {1, 2}));
            StepResult unknown = network.fit(Batch.weighted(inputs, Map.of("out", truth), new float[] {0, 0}));
            assertThat(unknown.loss()).isZero();
            assertThat(network.parametersSha256()).isEqualTo(before);
            StepResult known = network.fit(Batch.weighted(inputs, Map.of("out", truth), new float[] {1, 0}));
            double error = known.outputs().get("out").values()[0] - 5;
            // the mean over the one that is known
            assertThat(known.loss()).isCloseTo(error * error, within(1e-5));
        }
    }

    @Test
    void aFileCutShortIsRefused() throws IOException {
        try (TrainableNetwork network = Samples.build(7)) {
            network.save(folder);
            Path parameters = folder.resolve("parameters.f32");
            byte[] bytes = Files.readAllBytes(parameters);
            Files.write(parameters, java.util.Arrays.copyOf(bytes, bytes.length - 4));
            assertThatThrownBy(() -> network.load(folder)).isInstanceOf(ReportedException.class)
                    .hasMessageContaining("parameters.f32");
        }
    }

    @Test
    void anAlteredFileIsRefused() throws IOException {
        try (TrainableNetwork network = Samples.build(7)) {
            network.save(folder);
            Path parameters = folder.resolve("parameters.f32");
            byte[] bytes = Files.readAllBytes(parameters);
            bytes[10] ^= 1;
            Files.write(parameters, bytes);
            assertThatThrownBy(() -> network.load(folder)).isInstanceOf(ReportedException.class)
                    .hasMessageContaining("altered");
        }
    }

    @Test
    void theStateOfAnotherNetworkIsRefused() throws IOException {
        try (TrainableNetwork network = Samples.build(7); TrainableNetwork other = linear()) {
            other.save(folder);
            assertThatThrownBy(() -> network.load(folder)).isInstanceOf(ReportedException.class)
                    .hasMessageContaining("parameters");
        }
    }

    private static String afterEpochs(int epochs, long seed) {
        try (TrainableNetwork network = Samples.build(seed)) {
            for (int epoch = 1; epoch <= epochs; epoch++) {
                Samples.trainEpoch(network, epoch);
            }
            return network.parametersSha256();
        }
    }

    private static TrainableNetwork linear() {
        NetworkFactory layers = NetworkFactory.eINSTANCE;
        return Samples.build(new NetworkBuilder("linear")
                .add("in", layers.createInput(), input -> input.setShape(Shape.vector(1)))
                .add("fc", layers.createDense(), dense -> {
                    dense.setUnits(1);
                    dense.setUseBias(false);
                })
                .add("out", layers.createOutput(),
                        out -> out.setLoss(org.vesalius.network.Loss.MEAN_SQUARED_ERROR))
                .build(), ExperimentFactory.eINSTANCE.createSgd(), 3);
    }

    private static double accuracy(Tensor outputs, Batch batch) {
        float[] labels = batch.targets().get("finding").values();
        int correct = 0;
        for (int i = 0; i < labels.length; i++) {
            correct += outputs.values()[i] > 0.5f == labels[i] > 0.5f ? 1 : 0;
        }
        return correct / (double) labels.length;
    }
}
