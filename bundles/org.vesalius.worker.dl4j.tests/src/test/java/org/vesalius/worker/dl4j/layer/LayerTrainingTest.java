// SPDX-License-Identifier: EPL-2.0
package org.vesalius.worker.dl4j.layer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.vesalius.experiment.ExperimentFactory;
import org.vesalius.experiment.TrainingSettings;
import org.vesalius.network.layer.standard.StandardLayers;
import org.vesalius.network.shape.Shape;
import org.vesalius.worker.dl4j.Dl4jLibrary;
import org.vesalius.worker.spi.Batch;
import org.vesalius.worker.spi.LibraryContext;
import org.vesalius.worker.spi.Tensor;
import org.vesalius.worker.spi.TrainableNetwork;

/** Every layer in a training: a resumed one ends as an undisturbed one, and in use nothing is random. */
class LayerTrainingTest {

    private static final int SAMPLES = 3;

    @TempDir
    private Path folder;

    @TestFactory
    Stream<DynamicTest> resumedTrainingsEndAsUndisturbedOnes() {
        return Stream.of(LayerCases.deterministic(), LayerCases.random(), LayerCases.batchNormalising())
                .flatMap(cases -> cases)
                .map(layer -> DynamicTest.dynamicTest(layer.name(), () -> resume(layer)));
    }

    @TestFactory
    Stream<DynamicTest> nothingIsRandomInUse() {
        return LayerCases.random().map(layer -> DynamicTest.dynamicTest(layer.name(), () -> {
            try (TrainableNetwork network = build(layer)) {
                Map<String, Tensor> first = network.predict(batch(layer));
                assertThat(network.predict(batch(layer))).isEqualTo(first);
            }
        }));
    }

    @TestFactory
    Stream<DynamicTest> trainingIsRandomByTheSeedAlone() {
        return LayerCases.random().map(layer -> DynamicTest.dynamicTest(layer.name(), () -> {
            assertThat(firstLoss(layer, 1)).isEqualTo(firstLoss(layer, 1)).isNotEqualTo(firstLoss(layer, 2));
        }));
    }

    private static double firstLoss(LayerCase layer, int epoch) {
        try (TrainableNetwork network = build(layer)) {
            network.beginEpoch(epoch, 0);
            return network.fit(batch(layer)).loss();
        }
    }

    private void resume(LayerCase layer) throws IOException {
        Path state = Files.createDirectory(folder.resolve(layer.name().replace(' ', '-')));
        String undisturbed;
        String between;
        try (TrainableNetwork network = build(layer)) {
            epoch(network, layer, 1);
            network.save(state);
            between = network.parametersSha256();
            epoch(network, layer, 2);
            undisturbed = network.parametersSha256();
        }
        try (TrainableNetwork network = build(layer)) {
            network.load(state);
            assertThat(network.parametersSha256()).isEqualTo(between);
            epoch(network, layer, 2);
            assertThat(network.parametersSha256()).isEqualTo(undisturbed).isNotEqualTo(between);
        }
    }

    private static void epoch(TrainableNetwork network, LayerCase layer, int epoch) {
        network.beginEpoch(epoch, 0.01);
        for (int step = 0; step < 2; step++) {
            assertThat(network.fit(batch(layer)).loss()).isFinite();
        }
    }

    private static TrainableNetwork build(LayerCase layer) {
        TrainingSettings settings = ExperimentFactory.eINSTANCE.createTrainingSettings();
        settings.setOptimizer(ExperimentFactory.eINSTANCE.createAdamW());
        settings.setThreads(1);
        return new Dl4jLibrary().build(layer.within(), settings,
                new LibraryContext("cpu", 1, 5, StandardLayers.catalog()));
    }

    private static Batch batch(LayerCase layer) {
        Random random = new Random(3);
        Map<String, Tensor> inputs = new HashMap<>();
        for (int i = 0; i < layer.shapes().length; i++) {
            inputs.put("in" + i, tensor(Shape.valueOf(layer.shapes()[i]), random));
        }
        Tensor target = new Tensor(new int[] {SAMPLES, 1}, new float[] {0, 1, 1});
        return Batch.weighted(inputs, Map.of("out", target), new float[] {1, 1, 1});
    }

    private static Tensor tensor(Shape shape, Random random) {
        int[] sizes = new int[shape.rank() + 1];
        sizes[0] = SAMPLES;
        int count = SAMPLES;
        for (int i = 1; i < sizes.length; i++) {
            sizes[i] = shape.size(i - 1);
            count *= sizes[i];
        }
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return new Tensor(sizes, values);
    }
}
